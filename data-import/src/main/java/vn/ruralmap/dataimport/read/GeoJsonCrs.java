package vn.ruralmap.dataimport.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The {@code crs} member of GeoJSON 2008, section 3. RFC 7946 has none: there it is always WGS84, longitude first. */
final class GeoJsonCrs {
    static final DeclaredCrs DEFAULT = DeclaredCrs.ofCode("OGC:CRS84");
    private static final Pattern NAME = Pattern.compile(
            "(?:URN:(?:X-)?OGC:DEF:CRS:|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/)?(EPSG|OGC)(?:[:/][0-9.]*)*[:/](CRS84|\\d{4,6})");

    private GeoJsonCrs() {}

    static Optional<DeclaredCrs> ofName(String name) {
        Matcher matcher = NAME.matcher(name.strip().toUpperCase(Locale.ROOT));
        return matcher.matches()
                ? Optional.of(DeclaredCrs.ofCode(matcher.group(1) + ":" + matcher.group(2)))
                : Optional.empty();
    }

    /** Reads the value of a {@code crs} member to its end; what names the system, or empty if it is null. */
    static String readName(JsonParser parser) {
        if (!parser.hasToken(JsonToken.START_OBJECT)) {
            parser.skipChildren();
            return "";
        }
        String name = "";
        String type = "";
        int depth = 1;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token.isScalarValue() && parser.currentName() != null) {
                switch (parser.currentName()) {
                    case "type" -> type = parser.getString();
                    case "name", "code", "href" -> name = parser.getString();
                    default -> {}
                }
            }
        }
        return type.equalsIgnoreCase("EPSG") ? "EPSG:" + name : name;
    }
}
