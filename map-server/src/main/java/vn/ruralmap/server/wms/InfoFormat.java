package vn.ruralmap.server.wms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.ruralmap.server.support.RequestException;

/** The formats of GetFeatureInfo. */
enum InfoFormat {
    JSON("application/json", "application/geo+json"),
    HTML("text/html"),
    GML("application/vnd.ogc.gml", "application/gml+xml", "text/xml", "application/gml+xml; version=3.2"),
    TEXT("text/plain");

    private final List<String> mediaTypes;

    InfoFormat(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    static List<String> listMediaTypes() {
        return Arrays.stream(values()).map(format -> format.mediaTypes.get(0)).toList();
    }

    static InfoFormat parse(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).replace(" ", "");
        for (InfoFormat format : values()) {
            for (String mediaType : format.mediaTypes) {
                if (mediaType.replace(" ", "").equals(wanted)) {
                    return format;
                }
            }
        }
        throw RequestException.of(
                "InvalidFormat",
                "INFO_FORMAT",
                "Chỉ có " + String.join(", ", listMediaTypes()),
                "offered are " + String.join(", ", listMediaTypes()));
    }
}
