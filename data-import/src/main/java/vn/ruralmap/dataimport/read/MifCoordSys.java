package vn.ruralmap.dataimport.read;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The {@code CoordSys} clause of MapInfo as WKT: longitude/latitude and Transverse Mercator on the datums that
 * Vietnamese files use. Everything else is left to the person who imports.
 *
 * <p>MapInfo gives the rotations of datum 9999 in the coordinate-frame convention, WKT wants position-vector, so their
 * signs change. VN-2000 has no number of its own and comes as 9999 or 999 with its shifts.
 */
final class MifCoordSys {
    private static final int LON_LAT = 1;
    private static final int TRANSVERSE_MERCATOR = 8;
    private static final int EXTENDED_TRANSVERSE_MERCATOR = 34;
    /** Metres around which all published shifts of VN-2000 lie, and no other. */
    private static final double[] VN2000_SHIFT = {-192, -39, -111};

    private MifCoordSys() {}

    /** @param words of the clause, lower case; null: not understood */
    static @Nullable DeclaredCrs toCrs(List<String> words) {
        if (words.size() < 4 || !words.get(0).equals("earth") || !words.get(1).equals("projection")) {
            return null;
        }
        Reader reader = new Reader(words);
        // 1000 is added if there is an affine transformation, 2000 if there are bounds.
        int type = reader.integer();
        if (words.contains("affine") || type < 0) {
            return null;
        }
        String datum = datum(reader);
        if (datum == null) {
            return null;
        }
        String geographic =
                "GEOGCS[\"MapInfo\"," + datum + ",PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]";
        return switch (type % 1000) {
            case LON_LAT -> new DeclaredCrs(DeclaredCrs.Kind.WKT, geographic);
            case TRANSVERSE_MERCATOR, EXTENDED_TRANSVERSE_MERCATOR -> transverseMercator(geographic, reader);
            default -> null;
        };
    }

    private static @Nullable String datum(Reader reader) {
        int number = reader.integer();
        return switch (number) {
            case 104 -> datum("WGS_1984", 28, null);
            // "Not known": what it means the scale factor may tell.
            case 0 -> datum("unknown", 28, null);
            case 999 -> shifted(reader, false);
            case 9999 -> shifted(reader, true);
            default -> null;
        };
    }

    private static @Nullable String shifted(Reader reader, boolean sevenParameters) {
        int ellipsoid = reader.integer();
        double[] shift = new double[7];
        for (int i = 0; i < (sevenParameters ? 7 : 3); i++) {
            double value = reader.number();
            shift[i] = i >= 3 && i <= 5 ? 0 - value : value;
        }
        double primeMeridian = sevenParameters ? reader.number() : 0;
        if (primeMeridian != 0 || reader.failed) {
            return null;
        }
        return datum(isVn2000(shift) ? "Vietnam_2000" : "MapInfo_9999", ellipsoid, shift);
    }

    private static boolean isVn2000(double[] shift) {
        for (int i = 0; i < VN2000_SHIFT.length; i++) {
            if (Math.abs(shift[i] - VN2000_SHIFT[i]) > 3) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String datum(String name, int ellipsoid, double @Nullable [] shift) {
        String spheroid =
                switch (ellipsoid) {
                    case 0 -> "\"GRS 1980\",6378137,298.257222101";
                    case 3 -> "\"Krassowsky\",6378245,298.3";
                    case 28 -> "\"WGS 84\",6378137,298.257223563";
                    default -> null;
                };
        if (spheroid == null) {
            return null;
        }
        StringBuilder wkt = new StringBuilder("DATUM[\"" + name + "\",SPHEROID[" + spheroid + "]");
        if (shift != null) {
            wkt.append(",TOWGS84[");
            for (int i = 0; i < shift.length; i++) {
                wkt.append(i == 0 ? "" : ",").append(shift[i]);
            }
            wkt.append(']');
        }
        return wkt.append(']').toString();
    }

    private static @Nullable DeclaredCrs transverseMercator(String geographic, Reader reader) {
        String unit = reader.word();
        double longitude = reader.number();
        double latitude = reader.number();
        double scale = reader.number();
        double easting = reader.number();
        double northing = reader.number();
        if (reader.failed || !(unit.equals("m") || unit.equals("7"))) {
            return null;
        }
        return new DeclaredCrs(
                DeclaredCrs.Kind.WKT,
                String.format(
                        Locale.ROOT,
                        "PROJCS[\"MapInfo TM\",%s,PROJECTION[\"Transverse_Mercator\"],"
                                + "PARAMETER[\"latitude_of_origin\",%s],PARAMETER[\"central_meridian\",%s],"
                                + "PARAMETER[\"scale_factor\",%s],PARAMETER[\"false_easting\",%s],"
                                + "PARAMETER[\"false_northing\",%s],UNIT[\"metre\",1]]",
                        geographic,
                        latitude,
                        longitude,
                        scale,
                        easting,
                        northing));
    }

    private static final class Reader {
        private final List<String> words;
        private int next = 2;
        private boolean failed;

        private Reader(List<String> words) {
            this.words = words;
        }

        String word() {
            failed |= next >= words.size();
            return failed ? "" : words.get(next++);
        }

        double number() {
            double number = CoordinateText.parse(word());
            failed |= !Double.isFinite(number);
            return failed ? 0 : number;
        }

        int integer() {
            double number = number();
            failed |= number != Math.rint(number) || Math.abs(number) > 1e6;
            return failed ? -1 : (int) number;
        }
    }
}
