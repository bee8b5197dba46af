package vn.ruralmap.server.viewer;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.crs.AxisOrder;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.server.support.RequestException;

/**
 * {@code /api/coordinates}: single places between WGS84 and VN-2000 as Vietnamese tables print it, X being the northing and Y the
 * easting; {@code /api/coordinates/systems}: in which systems.
 */
@RestController
class CoordinatesController {

    /** Viet Nam with its waters; a place outside is a slip of the pen. */
    private static final double WEST = 101;

    private static final double SOUTH = 5;
    private static final double EAST = 118;
    private static final double NORTH = 24;

    private static final Pattern MERIDIAN = Pattern.compile(".* (\\d{3})-(\\d{2})");

    /** @param meridian the central one, degrees east */
    record SystemAnswer(String crs, String name, double meridian) {}

    record SystemsAnswer(List<SystemAnswer> systems) {}

    /** @param lon degrees @param lat degrees @param x metres north @param y metres east */
    record PlaceAnswer(String crs, double lon, double lat, double x, double y) {}

    @GetMapping("/api/coordinates/systems")
    ResponseEntity<SystemsAnswer> systems() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(new SystemsAnswer(CoordinateSystems.list().stream()
                        .filter(CoordinatesController::isVn2000)
                        .map(system -> new SystemAnswer(system.code(), system.name(), meridian(system)))
                        .toList()));
    }

    @GetMapping("/api/coordinates")
    ResponseEntity<PlaceAnswer> place(
            @RequestParam("crs") String crs,
            @RequestParam(name = "x", required = false) @Nullable Double x,
            @RequestParam(name = "y", required = false) @Nullable Double y,
            @RequestParam(name = "lon", required = false) @Nullable Double lon,
            @RequestParam(name = "lat", required = false) @Nullable Double lat) {
        CoordinateSystem system = CoordinateSystems.find(crs)
                .filter(CoordinatesController::isVn2000)
                .orElseThrow(() -> RequestException.invalid(
                        "crs", "hãy chọn trong /api/coordinates/systems", "choose one of /api/coordinates/systems"));
        double[] lonLat = new double[2];
        double[] eastNorth = new double[2];
        if (x != null && y != null) {
            eastNorth[0] = y;
            eastNorth[1] = x;
            system.toLonLat(eastNorth, 0, lonLat, 0, 1);
        } else if (lon != null && lat != null) {
            lonLat[0] = lon;
            lonLat[1] = lat;
        } else {
            throw RequestException.missing("x, y");
        }
        if (!(lonLat[0] >= WEST && lonLat[0] <= EAST && lonLat[1] >= SOUTH && lonLat[1] <= NORTH)) {
            throw RequestException.invalid(
                    "x, y",
                    "vị trí nằm ngoài Việt Nam; X là bắc, Y là đông",
                    "outside Viet Nam; X is north, Y is east");
        }
        if (x == null || y == null) {
            system.fromLonLat(lonLat, 0, eastNorth, 0, 1);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PlaceAnswer(system.code(), lonLat[0], lonLat[1], eastNorth[1], eastNorth[0]));
    }

    private static boolean isVn2000(CoordinateSystem system) {
        return system.axisOrder() == AxisOrder.EAST_NORTH && system.name().startsWith("VN-2000 / TM-3");
    }

    /** Of a name like {@code VN-2000 / TM-3 105-30}; zones 481, 482 and 491 have 102, 105 and 108 degrees. */
    private static double meridian(CoordinateSystem system) {
        Matcher name = MERIDIAN.matcher(system.name());
        if (name.matches()) {
            return Integer.parseInt(name.group(1)) + Integer.parseInt(name.group(2)) / 60.0;
        }
        return switch (system.name().substring(system.name().length() - 3)) {
            case "481" -> 102;
            case "482" -> 105;
            default -> 108;
        };
    }
}
