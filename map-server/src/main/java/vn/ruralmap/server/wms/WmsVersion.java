package vn.ruralmap.server.wms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** The two versions, and where they differ. */
enum WmsVersion {
    V1_1_1("1.1.1", "SRS", "InvalidSRS", "X", "Y", "application/vnd.ogc.se_xml"),
    V1_3_0("1.3.0", "CRS", "InvalidCRS", "I", "J", "text/xml");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?");

    private final String number;
    private final String crsParameter;
    private final String invalidCrs;
    private final String columnParameter;
    private final String rowParameter;
    private final String exceptionType;

    WmsVersion(
            String number,
            String crsParameter,
            String invalidCrs,
            String columnParameter,
            String rowParameter,
            String exceptionType) {
        this.number = number;
        this.crsParameter = crsParameter;
        this.invalidCrs = invalidCrs;
        this.columnParameter = columnParameter;
        this.rowParameter = rowParameter;
        this.exceptionType = exceptionType;
    }

    String number() {
        return number;
    }

    String crsParameter() {
        return crsParameter;
    }

    String columnParameter() {
        return columnParameter;
    }

    String rowParameter() {
        return rowParameter;
    }

    String exceptionType() {
        return exceptionType;
    }

    /**
     * The version of a request: the highest one not above the asked one (OGC 06-042 §6.2.4), which for anything below
     * 1.3.0 is 1.1.1. Without VERSION, the parameter that only one of them has decides.
     */
    static WmsVersion of(Parameters parameters) {
        return parameters
                .find("version")
                .or(() -> parameters.find("wmtver"))
                .map(asked -> isBelow130(asked) ? V1_1_1 : V1_3_0)
                .orElse(parameters.find("srs").isPresent() ? V1_1_1 : V1_3_0);
    }

    /** Numbers, not texts, are compared: 1.10 is above 1.3. What is no version number is not below. */
    private static boolean isBelow130(String asked) {
        Matcher number = NUMBER.matcher(asked);
        if (!number.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(number.group(1));
        int minor = number.group(2) == null ? 0 : Integer.parseInt(number.group(2));
        return major < 1 || major == 1 && minor < 3;
    }

    /** @throws RequestException InvalidCRS or InvalidSRS */
    CoordinateSystem readCrs(Parameters parameters) {
        String text = parameters.get(crsParameter);
        return CoordinateSystems.find(text)
                .orElseThrow(() -> RequestException.of(
                        invalidCrs,
                        crsParameter,
                        "Hệ tọa độ không được hỗ trợ; danh sách có trong GetCapabilities",
                        "the coordinate system is not offered; GetCapabilities lists those that are"));
    }

    /** The numbers of a BBOX as a box with x eastward: 1.3.0 follows the authority's axis order, 1.1.1 never does. */
    Envelope orient(CoordinateSystem crs, double a1, double b1, double a2, double b2) {
        return this == V1_3_0 && crs.axisOrder().isSwapped()
                ? new Envelope(b1, b2, a1, a2)
                : new Envelope(a1, a2, b1, b2);
    }
}
