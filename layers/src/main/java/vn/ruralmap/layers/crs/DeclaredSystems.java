package vn.ruralmap.layers.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Finds the system that a .prj or a code means, also outside the register.
 *
 * <p>VN-2000 in any spelling is reached by the official seven parameters (EPSG:6960), whatever TOWGS84 the file brings.
 * Coordinates are taken as x east, y north, as files have them, whatever axis order the text declares.
 */
public final class DeclaredSystems {

    /** A definition is some hundred characters; one of megabytes is no definition. */
    private static final int MAX_WKT_CHARACTERS = 20_000;

    private static final Pattern WEB_MERCATOR = Pattern.compile(
            "Mercator_Auxiliary_Sphere|Pseudo.?Mercator|Popular.Visuali[sz]ation", Pattern.CASE_INSENSITIVE);
    private static final Pattern EPSG_CODE = Pattern.compile("(?:EPSG:)?(\\d{4,6})", Pattern.CASE_INSENSITIVE);

    /** The ellipsoid in plain WKT 1, and the shift after it. */
    private static final Pattern DATUM_SHIFT =
            Pattern.compile("(SPHEROID\\[[^\\[\\]]*(?:AUTHORITY\\[[^\\[\\]]*\\])?\\])(?:,TOWGS84\\[[^\\[\\]]*\\])?");
    /** Codes that EPSG replaced because their origin was wrong. */
    private static final Map<String, String> REPLACED = Map.of(
            "EPSG:6956", "EPSG:5896", "EPSG:6957", "EPSG:5897", "EPSG:6958", "EPSG:5898", "EPSG:6959", "EPSG:5899");

    private DeclaredSystems() {}

    /**
     * The system of a .prj file: WKT 1 as ESRI or GDAL writes it, WKT 2 of 2015 or 2019. Parameters decide; names help
     * where the datum has no parameters.
     *
     * @throws UnknownSystemException if the text cannot be understood
     */
    public static DeclaredSystem fromWkt(String wkt) throws UnknownSystemException {
        if (wkt.length() > MAX_WKT_CHARACTERS) {
            throw notUnderstood(wkt, "too long");
        }
        if (WEB_MERCATOR.matcher(wkt).find()) {
            return registered(CoordinateSystems.EPSG3857, List.of());
        }
        try {
            String plain = PlainWkt.of(wkt);
            CoordinateReferenceSystem crs = CRS.parseWKT(plain);
            Definition definition = Definition.of(crs);
            if (!Hanoi1972.isMeantBy(definition)) {
                return fromDefinition(crs, definition.name());
            }
            Optional<String> code = Hanoi1972.findCode(definition);
            return code.isPresent()
                    ? fromCode(code.get())
                    : fromDefinition(
                            CRS.parseWKT(DATUM_SHIFT.matcher(plain).replaceFirst("$1," + Hanoi1972.TOWGS84)),
                            definition.name());
        } catch (FactoryException | NoninvertibleTransformException | IllegalArgumentException e) {
            throw notUnderstood(wkt, e.getMessage());
        }
    }

    /**
     * The system of a code: any notation of the register, or any other {@code EPSG:n}.
     *
     * @throws UnknownSystemException if there is none, or it is not two-dimensional
     */
    public static DeclaredSystem fromCode(String code) throws UnknownSystemException {
        String plain = EPSG_CODE.matcher(code.strip()).replaceFirst("EPSG:$1");
        Optional<CoordinateSystem> known = CoordinateSystems.find(plain);
        if (known.isPresent()) {
            return registered(known.get(), List.of());
        }
        String better = REPLACED.get(plain);
        if (better != null) {
            return registered(CoordinateSystems.get(better), List.of(DatumWarnings.swappedOrigin(better)));
        }
        String normal = CoordinateSystems.normalise(plain)
                .orElseThrow(() -> new UnknownSystemException(
                        "'" + code + "' không phải mã hệ tọa độ; viết như EPSG:9209 hoặc CRS:84.",
                        "'" + code + "' is no code of a coordinate system; write it like EPSG:9209 or CRS:84."));
        try {
            return fromDefinition(CRS.decode(normal, true), normal);
        } catch (FactoryException | NoninvertibleTransformException | IllegalArgumentException e) {
            throw new UnknownSystemException(
                    "Không có hệ tọa độ " + normal + " trong dữ liệu EPSG.",
                    "The EPSG data set has no coordinate system " + normal + ".");
        }
    }

    /** @param code of a system that is not in the register */
    private static DeclaredSystem fromDefinition(CoordinateReferenceSystem crs, String code)
            throws FactoryException, NoninvertibleTransformException, UnknownSystemException {
        Definition definition = Definition.of(crs);
        List<LocalizedText> warnings = new ArrayList<>();
        String datum = definition.datum(warnings);
        TransverseMercator projection = definition.transverseMercator(datum).orElse(null);
        if (projection != null && !datum.isEmpty() && definition.hasUsualMeridianAndEllipsoid()) {
            if (datum.equals(Definition.VN2000)) {
                projection = MeridianCheck.straightened(projection, warnings);
                MeridianCheck.check(definition.name(), projection, warnings);
            }
            Optional<CoordinateSystem> known = CoordinateSystems.find(projection);
            if (known.isPresent()) {
                return registered(known.get(), warnings);
            }
            String name = "TM " + projection.centralMeridian() + " k=" + projection.scaleFactor() + " (" + datum + ")";
            CoordinateReferenceSystem official = Vn2000.transverseMercator(projection);
            return new DeclaredSystem(
                    new GeoToolsSystem(name, definition.name(), AxisOrder.EAST_NORTH, official),
                    transformation(datum.equals(Definition.VN2000)),
                    warnings);
        }
        if (definition.isPlainDegrees() && !datum.isEmpty()) {
            return registered(
                    datum.equals(Definition.VN2000) ? CoordinateSystems.get("EPSG:4756") : CoordinateSystems.EPSG4326,
                    warnings);
        }
        if (datum.equals(Definition.VN2000)) {
            throw new UnknownSystemException(
                    "Chưa hỗ trợ phép chiếu này trên VN-2000: " + definition.name() + ". Chuyển dữ liệu sang TM-3.",
                    "This projection of VN-2000 is not supported: " + definition.name()
                            + ". Convert the data to TM-3.");
        }
        return foreign(definition, code, warnings);
    }

    /** A system of another datum, through the operation GeoTools knows, or as if it were WGS84 with a warning. */
    private static DeclaredSystem foreign(Definition definition, String code, List<LocalizedText> warnings)
            throws FactoryException, NoninvertibleTransformException {
        CoordinateReferenceSystem crs = definition.crs();
        AxisOrder order = crs instanceof GeographicCRS ? AxisOrder.LON_LAT : AxisOrder.EAST_NORTH;
        try {
            CoordinateOperation operation =
                    CRS.getCoordinateOperationFactory(false).createOperation(crs, DefaultGeographicCRS.WGS84);
            String name = operation.getName().getCode();
            if (!definition.isWgs84()) {
                warnings.add(new LocalizedText(
                        "Hệ quy chiếu '" + definition.datumName() + "' được chuyển sang WGS84 bằng '" + name
                                + "'; phép chuyển của các hệ cũ chỉ đúng khoảng 10 m.",
                        "The datum '" + definition.datumName() + "' was shifted to WGS84 by '" + name
                                + "'; shifts of old datums are good to some 10 m only."));
            }
            String transformation = definition.isWgs84() ? "none (WGS 84)" : "GeoTools: " + name;
            return new DeclaredSystem(
                    new GeoToolsSystem(code, definition.name(), order, crs, operation.getMathTransform()),
                    transformation,
                    warnings);
        } catch (OperationNotFoundException e) {
            warnings.add(new LocalizedText(
                    "Không biết phép chuyển từ hệ quy chiếu '" + definition.datumName()
                            + "' sang WGS84; coi như trùng WGS84, có thể lệch hàng trăm mét.",
                    "The shift from the datum '" + definition.datumName()
                            + "' to WGS84 is unknown; taken as WGS84, it may be hundreds of metres off."));
            return new DeclaredSystem(
                    new GeoToolsSystem(code, definition.name(), order, crs),
                    "none: datum shift unknown (" + definition.datumName() + ")",
                    warnings);
        }
    }

    private static DeclaredSystem registered(CoordinateSystem system, List<LocalizedText> warnings) {
        boolean vn2000 = system.name().toUpperCase(Locale.ROOT).startsWith("VN-2000");
        return new DeclaredSystem(system, transformation(vn2000), warnings);
    }

    private static String transformation(boolean vn2000) {
        return vn2000 ? "EPSG:6960 VN-2000 to WGS 84 (2), QĐ 05/2007/QĐ-BTNMT" : "none (WGS 84)";
    }

    private static UnknownSystemException notUnderstood(String wkt, String reason) {
        String start = wkt.length() <= 60 ? wkt : wkt.substring(0, 60) + "…";
        return new UnknownSystemException(
                "Không hiểu mô tả hệ tọa độ '" + start + "'. Cho biết bằng --crs, ví dụ --crs EPSG:9209.",
                "The coordinate system '" + start + "' is not understood (" + reason
                        + "). Name it with --crs, for example --crs EPSG:9209.");
    }
}
