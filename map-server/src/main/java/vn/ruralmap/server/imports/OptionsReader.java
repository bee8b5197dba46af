package vn.ruralmap.server.imports;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.support.RequestException;

/** Reads and checks the options of a plan; each refusal names the member. */
final class OptionsReader {

    private static final Set<String> MEMBERS = Set.of(
            "file",
            "member",
            "crs",
            "swapXy",
            "charset",
            "charsets",
            "fields",
            "validFrom",
            "validTo",
            "decision",
            "message",
            "strict");

    private static final List<String> EVERY_LAYER = List.of("valid_from", "valid_to", "decision");

    private static final Pattern CRS = Pattern.compile("(?i:auto|EPSG:\\d{4,6}(?:/dms)?|CRS:84)");

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ENTRIES = 1_000;

    private final JsonNode json;
    private final Layer layer;

    private OptionsReader(JsonNode json, Layer layer) {
        this.json = json;
        this.layer = layer;
    }

    /** @throws RequestException 400, if a member is unknown or a value makes no sense */
    static AskedOptions read(JsonNode json, Layer layer) {
        json.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
                    throw RequestException.invalid(
                            shown,
                            "không có tùy chọn này; có: " + String.join(", ", new TreeSet<>(MEMBERS)),
                            "there is no such option; there are: " + String.join(", ", new TreeSet<>(MEMBERS)));
                });
        return new OptionsReader(json, layer).read();
    }

    private AskedOptions read() {
        LocalDate from = date("validFrom");
        LocalDate to = date("validTo");
        if (from != null && to != null && !to.isAfter(from)) {
            throw RequestException.invalid("validTo", "phải sau validFrom", "it must be after validFrom");
        }
        return new AskedOptions(
                text("file"),
                text("member"),
                crs(),
                flag("swapXy"),
                charset(),
                charsets(),
                fields(),
                from,
                to,
                text("decision"),
                text("message"),
                flag("strict"));
    }

    private @Nullable String text(String member) {
        JsonNode value = json.path(member);
        return value.isMissingNode() || value.isNull() ? null : text(member, value);
    }

    private static @Nullable String text(String member, JsonNode value) {
        boolean isText = value.isString()
                && value.asString().length() <= LONGEST_TEXT
                && value.asString().codePoints().noneMatch(OptionsReader::isNoText);
        if (!isText) {
            throw RequestException.invalid(
                    member,
                    "cần một đoạn văn bản có tối đa " + LONGEST_TEXT + " ký tự, không có ký tự điều khiển",
                    "a text of at most " + LONGEST_TEXT + " characters without control characters");
        }
        return value.asString().isBlank() ? null : value.asString().strip();
    }

    /** The store takes no control characters and no half letters. */
    private static boolean isNoText(int c) {
        boolean isSpace = c == '\t' || c == '\n' || c == '\r';
        return Character.isISOControl(c) && !isSpace
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || c == 0xFFFE
                || c == 0xFFFF;
    }

    private boolean flag(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw RequestException.invalid(member, "cần true hoặc false", "true or false");
        }
        return value.asBoolean();
    }

    private @Nullable LocalDate date(String member) {
        String text = text(member);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            throw noDate(member);
        }
        throw noDate(member);
    }

    private static RequestException noDate(String member) {
        return RequestException.invalid(
                member, "cần ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01", "a date such as 2025-07-01");
    }

    private @Nullable String crs() {
        String crs = text("crs");
        if (crs != null && !CRS.matcher(crs).matches()) {
            throw RequestException.invalid("crs", "cần auto hoặc mã như EPSG:9209", "auto or a code such as EPSG:9209");
        }
        return crs == null || !crs.equalsIgnoreCase("auto") ? crs : "auto";
    }

    private @Nullable String charset() {
        String name = text("charset");
        if (name == null || name.equalsIgnoreCase("auto")) {
            return null;
        }
        return knownCharset("charset", name);
    }

    private static String knownCharset(String member, String name) {
        if (Encodings.find(name).isEmpty()) {
            throw RequestException.invalid(
                    member,
                    "không biết bảng mã này; ví dụ utf-8, tcvn3, vni, windows-1258",
                    "an unknown charset; for example utf-8, tcvn3, vni, windows-1258");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private Map<String, String> charsets() {
        Map<String, String> charsets = new LinkedHashMap<>();
        entries("charsets").forEach((field, name) -> charsets.put(field, knownCharset("charsets", name)));
        return charsets;
    }

    private Map<String, String> fields() {
        List<String> known =
                new ArrayList<>(layer.attributes().stream().map(Attribute::name).toList());
        known.addAll(EVERY_LAYER);
        Map<String, String> fields = entries("fields");
        Set<String> taken = new TreeSet<>();
        fields.values().stream().filter(name -> !name.isEmpty()).forEach(name -> {
            if (!known.contains(name)) {
                throw RequestException.invalid(
                        "fields",
                        "lớp " + layer.name() + " không có thuộc tính này; có: " + String.join(", ", known),
                        "the layer " + layer.name() + " has no such attribute; there are: " + String.join(", ", known));
            }
            if (!taken.add(name)) {
                throw RequestException.invalid(
                        "fields",
                        "hai trường cùng được gán cho thuộc tính " + name,
                        "two fields are given to the attribute " + name);
            }
        });
        return fields;
    }

    /** Texts by name; an empty one stays. */
    private Map<String, String> entries(String member) {
        JsonNode value = json.path(member);
        Map<String, String> entries = new LinkedHashMap<>();
        if (value.isMissingNode() || value.isNull()) {
            return entries;
        }
        if (!value.isObject() || value.size() > MOST_ENTRIES) {
            throw RequestException.invalid(
                    member,
                    "cần đối tượng JSON có tối đa " + MOST_ENTRIES + " mục, như {\"TENXA\": \"name\"}",
                    "a JSON object of at most " + MOST_ENTRIES + " entries, such as {\"TENXA\": \"name\"}");
        }
        value.properties().forEach(entry -> {
            if (entry.getKey().length() > LONGEST_TEXT) {
                throw RequestException.invalid(member, "tên trường quá dài", "the name of a field is too long");
            }
            String text = text(member, entry.getValue());
            entries.put(entry.getKey(), text == null ? "" : text);
        });
        return entries;
    }
}
