package vn.ruralmap.layers.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;

/**
 * The register of coordinate systems that services offer, read from {@code coordinate-systems.csv}.
 *
 * <p>They are defined here and not looked up in an EPSG database, so that the operation to WGS84 is the official one on
 * every machine, and the server starts without unpacking a database.
 */
public final class CoordinateSystems {

    /** WGS84 longitude, latitude. */
    public static final CoordinateSystem CRS84 =
            new LonLatSystem("CRS:84", "WGS 84 longitude-latitude", AxisOrder.LON_LAT);
    /** WGS84 as EPSG defines it: latitude first. */
    public static final CoordinateSystem EPSG4326 = new LonLatSystem("EPSG:4326", "WGS 84", AxisOrder.LAT_LON);

    public static final CoordinateSystem EPSG3857 = new WebMercatorSystem("EPSG:3857");

    private static final Pattern EPSG_NOTATION = Pattern.compile(
            "(?:EPSG:|urn:(?:x-)?ogc:def:crs:EPSG:(?:[0-9.]*:)?|https?://www\\.opengis\\.net/def/crs/EPSG/[0-9.]+/"
                    + "|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#)(\\d{4,6})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CRS84_NOTATION = Pattern.compile(
            "(?:CRS:84|OGC:CRS84|urn:(?:x-)?ogc:def:crs:OGC:[0-9.]*:CRS84"
                    + "|https?://www\\.opengis\\.net/def/crs/OGC/[0-9.]+/CRS84)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<TransverseMercator, CoordinateSystem> PROJECTED = new LinkedHashMap<>();
    private static final Map<String, CoordinateSystem> REGISTER = load();

    private CoordinateSystems() {}

    /** All of them, WGS84 and Web Mercator first. */
    public static List<CoordinateSystem> list() {
        return List.copyOf(REGISTER.values());
    }

    /**
     * Looks a system up by any of its notations: {@code EPSG:9209}, {@code urn:ogc:def:crs:EPSG::9209},
     * {@code http://www.opengis.net/def/crs/EPSG/0/9209}, {@code CRS:84} and its URN and URL; of clients of WFS 1.1 also
     * {@code urn:x-ogc:def:crs:EPSG:9209}, without the place of a version.
     */
    public static Optional<CoordinateSystem> find(String notation) {
        return Optional.ofNullable(REGISTER.get(normalise(notation).orElse("")));
    }

    /** @throws IllegalArgumentException if it is not in the register */
    public static CoordinateSystem get(String notation) {
        return find(notation).orElseThrow(() -> new IllegalArgumentException("unknown coordinate system " + notation));
    }

    /** The short notation, {@code EPSG:n} or {@code CRS:84}, of any notation; empty if it is not one. */
    public static Optional<String> normalise(String notation) {
        String text = notation.strip();
        Matcher epsg = EPSG_NOTATION.matcher(text);
        if (epsg.matches()) {
            return Optional.of("EPSG:" + epsg.group(1));
        }
        return CRS84_NOTATION.matcher(text).matches() ? Optional.of("CRS:84") : Optional.empty();
    }

    /** The registered system with these parameters. */
    static Optional<CoordinateSystem> find(TransverseMercator projection) {
        return PROJECTED.entrySet().stream()
                .filter(entry -> entry.getKey().sameAs(projection))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The parameters of a registered system; empty if it is geographic or Web Mercator. */
    static Optional<TransverseMercator> projection(CoordinateSystem system) {
        return PROJECTED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(system))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, CoordinateSystem> load() {
        Map<String, CoordinateSystem> register = new LinkedHashMap<>();
        for (CoordinateSystem system : List.of(EPSG4326, EPSG3857, CRS84)) {
            register.put(system.code(), system);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CoordinateSystems.class.getResourceAsStream("coordinate-systems.csv")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    CoordinateSystem system = define(line.split(",", -1));
                    register.put(system.code(), system);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FactoryException e) {
            throw new IllegalStateException("coordinate-systems.csv: " + e.getMessage(), e);
        }
        return register;
    }

    private static CoordinateSystem define(String[] field) throws FactoryException {
        AxisOrder axisOrder = AxisOrder.valueOf(field[6].toUpperCase(Locale.ROOT));
        if (field[3].isEmpty()) {
            return new GeoToolsSystem(field[0], field[1], axisOrder, Vn2000.geographic());
        }
        TransverseMercator projection = new TransverseMercator(
                field[2], Double.parseDouble(field[3]), Double.parseDouble(field[4]), Double.parseDouble(field[5]), 0);
        CoordinateSystem system =
                new GeoToolsSystem(field[0], field[1], axisOrder, Vn2000.transverseMercator(projection));
        PROJECTED.put(projection, system);
        return system;
    }
}
