package vn.ruralmap.layers.crs;

import java.util.List;
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
import vn.ruralmap.layers.crs.Vn2000.Shift;
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
                .contains(PlainWkt.letters(datumName()));
    }

    /**
     * {@link #VN2000}, {@link #WGS84}, or empty for any other datum.
     *
     * @param warnings receives what was assumed or replaced
     */
    String datum(List<LocalizedText> warnings) {
        BursaWolfParameters given = shift();
        Shift shift = given == null ? null : Vn2000.compare(given);
        boolean officialShift =
                given != null && (Vn2000.isOfficialTranslation(given) || Vn2000.compare(given) == Shift.EPSG_5194);
        if (isVn2000Name(datumName()) || officialShift || (!isWgs84() && isNamedVn2000())) {
            if (shift != null && shift != Shift.OFFICIAL) {
                warnings.add(DatumWarnings.replaced(shift));
            }
            return VN2000;
        }
        if (isWgs84()) {
            if (isNamedVn2000() || hasScaleOfTm3()) {
                warnings.add(DatumWarnings.wgs84LikeVn2000());
            }
            return WGS84;
        }
        if (hasNoShift() && PlainWkt.letters(datumName()).contains("unknown") && hasScaleOfTm3()) {
            warnings.add(DatumWarnings.unnamedTakenAsVn2000());
            return VN2000;
        }
        return "";
    }

    /** True if there is no shift to WGS84, or zeros stand for it. */
    boolean hasNoShift() {
        BursaWolfParameters given = shift();
        return given == null || given.isIdentity();
    }

    private boolean isNamedVn2000() {
        return isVn2000Name(name())
                || crs instanceof ProjectedCRS projected
                        && isVn2000Name(projected.getBaseCRS().getName().getCode());
    }

    /** The last one is what GDAL makes of the official shift where a .prj has no place for it. */
    private static boolean isVn2000Name(String name) {
        String letters = PlainWkt.letters(name);
        return letters.contains("vn2000") || letters.contains("vietnam2000") || letters.contains("19190441429");
    }

    private boolean hasScaleOfTm3() {
        return hasUsualMeridianAndEllipsoid()
                && transverseMercator(WGS84)
                        .map(projection -> Math.abs(projection.scaleFactor() - 0.9999) < 1e-9)
                        .orElse(false);
    }

    private @Nullable BursaWolfParameters shift() {
        if (!(geodeticDatum instanceof DefaultGeodeticDatum datum)) {
            return null;
        }
        BursaWolfParameters[] all = datum.getBursaWolfParameters();
        return all == null || all.length == 0 ? null : all[0];
    }

    /** Degrees of Greenwich on the ellipsoid of WGS84. */
    boolean isPlainDegrees() {
        return isDegrees() && hasUsualMeridianAndEllipsoid();
    }

    boolean isDegrees() {
        return crs instanceof GeographicCRS && isDegree(unit(crs));
    }

    boolean hasUsualMeridianAndEllipsoid() {
        Ellipsoid ellipsoid = geodeticDatum.getEllipsoid();
        return geodeticDatum.getPrimeMeridian().getGreenwichLongitude() == 0
                && Math.abs(ellipsoid.getSemiMajorAxis() - 6378137) < METRES
                && Math.abs(ellipsoid.getInverseFlattening() - 298.257223563) < 1e-5;
    }

    /** On whatever ellipsoid. */
    Optional<TransverseMercator> transverseMercator(String datum) {
        if (!(crs instanceof ProjectedCRS projected)
                || !PROJECTIONS.contains(PlainWkt.letters(
                        projected.getConversionFromBase().getMethod().getName().getCode()))
                || !SI.METRE.equals(unit(crs))) {
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
}
