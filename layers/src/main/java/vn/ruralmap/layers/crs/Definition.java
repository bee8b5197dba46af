package vn.ruralmap.layers.crs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.measure.Unit;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.datum.GeodeticDatum;
import org.geotools.measure.Units;
import org.geotools.referencing.CRS;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.jspecify.annotations.Nullable;
import si.uom.NonSI;
import si.uom.SI;
import vn.ruralmap.layers.model.LocalizedText;

/** What a parsed definition says, in the few terms that tell Vietnamese systems apart. */
record Definition(CoordinateReferenceSystem crs, GeodeticDatum geodeticDatum) {

    static final String VN2000 = "vn2000";
    static final String WGS84 = "wgs84";

    private static final double METRES = 0.001;
    private static final Set<String> PROJECTIONS =
            Set.of("transversemercator", "gausskruger", "transversemercatorusgs");

    /** Of a compound system the horizontal part counts: heights are not stored. */
    static Definition of(CoordinateReferenceSystem crs) throws UnknownSystemException {
        SingleCRS horizontal = CRS.getHorizontalCRS(crs);
        if (horizontal == null
                || horizontal.getCoordinateSystem().getDimension() != 2
                || !(horizontal.getDatum() instanceof GeodeticDatum datum)) {
            throw new UnknownSystemException(
                    "Hệ tọa độ '" + crs.getName().getCode() + "' không phải hệ phẳng hoặc kinh vĩ độ.",
                    "The coordinate system '" + crs.getName().getCode() + "' is neither projected nor geographic.");
        }
        return new Definition(horizontal, datum);
    }

    String name() {
        return crs.getName().getCode();
    }

    String datumName() {
        return geodeticDatum.getName().getCode();
    }

    boolean isWgs84() {
        return Set.of("wgs84", "dwgs1984", "wgs1984", "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble")
                .contains(letters(datumName()));
    }

    /**
     * {@link #VN2000}, {@link #WGS84}, or empty for any other datum.
     *
     * @param warnings receives what was assumed or replaced
     */
    String datum(List<LocalizedText> warnings) {
        BursaWolfParameters shift = shift();
        boolean officialShift = shift != null && Vn2000.isOfficialTranslation(shift.dx, shift.dy, shift.dz);
        if (isVn2000Name(datumName()) || officialShift || (!isWgs84() && isVn2000Name(name()))) {
            if (shift != null && !Vn2000.isOfficial(shift)) {
                warnings.add(new LocalizedText(
                        "Tham số TOWGS84 trong tệp khác tham số chính thức của VN-2000; đã dùng tham số chính thức"
                                + " (EPSG:6960, QĐ 05/2007/QĐ-BTNMT).",
                        "TOWGS84 in the file differs from the official parameters of VN-2000; the official ones were"
                                + " used (EPSG:6960, QĐ 05/2007/QĐ-BTNMT)."));
            }
            return VN2000;
        }
        if (isWgs84()) {
            if (isVn2000Name(name()) || hasScaleOfTm3()) {
                warnings.add(new LocalizedText(
                        "Tệp khai WGS84 nhưng phép chiếu giống VN-2000 TM-3; nếu là VN-2000 thì lệch khoảng 200 m. Kiểm"
                                + " tra và dùng --crs nếu cần.",
                        "The file says WGS84 but its projection looks like VN-2000 TM-3; if it is VN-2000 the data are"
                                + " some 200 m off. Check, and use --crs if need be."));
            }
            return WGS84;
        }
        if (shift == null && letters(datumName()).contains("unknown") && hasScaleOfTm3()) {
            warnings.add(
                    new LocalizedText(
                            "Tệp không nói hệ quy chiếu; tỷ lệ 0,9999 là của VN-2000 TM-3 nên đã coi là VN-2000.",
                            "The file does not name its datum; scale 0.9999 is that of VN-2000 TM-3, so it was taken as VN-2000."));
            return VN2000;
        }
        return "";
    }

    private static boolean isVn2000Name(String name) {
        String letters = letters(name);
        return letters.contains("vn2000") || letters.contains("vietnam2000");
    }

    private boolean hasScaleOfTm3() {
        return transverseMercator(WGS84)
                .map(projection -> Math.abs(projection.scaleFactor() - 0.9999) < 1e-9)
                .orElse(false);
    }

    private @Nullable BursaWolfParameters shift() {
        if (!(geodeticDatum instanceof DefaultGeodeticDatum datum)) {
            return null;
        }
        BursaWolfParameters[] all = datum.getBursaWolfParameters();
        return all == null || all.length == 0 || all[0].isIdentity() ? null : all[0];
    }

    /** Degrees of Greenwich on the ellipsoid of WGS84. */
    boolean isPlainDegrees() {
        return crs instanceof GeographicCRS && isDegree(unit(crs)) && hasUsualMeridianAndEllipsoid();
    }

    private boolean hasUsualMeridianAndEllipsoid() {
        Ellipsoid ellipsoid = geodeticDatum.getEllipsoid();
        return geodeticDatum.getPrimeMeridian().getGreenwichLongitude() == 0
                && Math.abs(ellipsoid.getSemiMajorAxis() - 6378137) < METRES
                && Math.abs(ellipsoid.getInverseFlattening() - 298.257223563) < 1e-5;
    }

    Optional<TransverseMercator> transverseMercator(String datum) {
        if (!(crs instanceof ProjectedCRS projected)
                || !PROJECTIONS.contains(letters(
                        projected.getConversionFromBase().getMethod().getName().getCode()))
                || !SI.METRE.equals(unit(crs))
                || !hasUsualMeridianAndEllipsoid()) {
            return Optional.empty();
        }
        ParameterValueGroup values = projected.getConversionFromBase().getParameterValues();
        try {
            if (values.parameter("latitude_of_origin").doubleValue() != 0) {
                return Optional.empty();
            }
            return Optional.of(new TransverseMercator(
                    datum,
                    values.parameter("central_meridian").doubleValue(NonSI.DEGREE_ANGLE),
                    values.parameter("scale_factor").doubleValue(),
                    values.parameter("false_easting").doubleValue(),
                    values.parameter("false_northing").doubleValue()));
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Unit<?> unit(CoordinateReferenceSystem crs) {
        return crs.getCoordinateSystem().getAxis(0).getUnit();
    }

    private static boolean isDegree(Unit<?> unit) {
        return Units.equals(unit, NonSI.DEGREE_ANGLE);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
