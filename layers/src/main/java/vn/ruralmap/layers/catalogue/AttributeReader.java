package vn.ruralmap.layers.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.LocalizedText;

/** Reads one attribute of a layer. */
final class AttributeReader {

    private static final Set<String> KEYS = Set.of(
            "name",
            "type",
            "title",
            "required",
            "private",
            "unique",
            "searchable",
            "pattern",
            "codes",
            "layer",
            "aliases");
    private static final Map<String, Attribute.Flag> FLAGS = Map.of(
            "required", Attribute.Flag.REQUIRED,
            "private", Attribute.Flag.PRIVATE,
            "unique", Attribute.Flag.UNIQUE,
            "searchable", Attribute.Flag.SEARCHABLE);

    /** Columns of the store and properties of the formats that are not attributes. */
    private static final Set<String> RESERVED = Set.of("id", "geom", "geometry", "changeset", "deleted");

    private AttributeReader() {}

    static Attribute read(YamlNode node) {
        node.onlyKeys(KEYS);
        AttributeType type = type(node.get("type"));
        Set<Attribute.Flag> flags = EnumSet.noneOf(Attribute.Flag.class);
        FLAGS.forEach((key, flag) -> {
            if (node.find(key).map(YamlNode::bool).orElse(false)) {
                flags.add(flag);
            }
        });
        YamlNode name = node.get("name");
        if (!name.text().matches("[a-z][a-z0-9_]{0,39}")) {
            throw name.wrong("'" + name.text() + "' is not an attribute name: lower-case letters, digits, _");
        }
        if (RESERVED.contains(name.text())) {
            throw name.wrong("the attribute name '" + name.text() + "' is reserved: every layer has it already");
        }
        return new Attribute(
                name.text(),
                type,
                LayerReader.localized(node.get("title")),
                flags,
                node.find("pattern").map(AttributeReader::pattern).orElse(null),
                codes(node, type),
                references(node, type),
                node.find("aliases").map(YamlNode::texts).orElse(List.of()));
    }

    private static AttributeType type(YamlNode node) {
        for (AttributeType type : AttributeType.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(node.text())) {
                return type;
            }
        }
        throw node.wrong(
                "unknown type '" + node.text() + "'; known: text, integer, decimal, date, boolean, code, reference");
    }

    private static Pattern pattern(YamlNode node) {
        try {
            return Pattern.compile(node.text());
        } catch (PatternSyntaxException e) {
            throw node.wrong("not a regular expression: " + e.getDescription());
        }
    }

    private static List<CodeEntry> codes(YamlNode node, AttributeType type) {
        if (node.find("codes").isPresent() != (type == AttributeType.CODE)) {
            throw node.wrong("'codes' is for attributes of type code, and they need it");
        }
        List<CodeEntry> codes = new ArrayList<>();
        node.find("codes").map(YamlNode::entries).orElse(Map.of()).forEach((code, entry) -> {
            entry.onlyKeys(Set.of("vi", "en", "aliases"));
            codes.add(new CodeEntry(
                    code,
                    new LocalizedText(entry.get("vi").text(), entry.get("en").text()),
                    entry.find("aliases").map(YamlNode::texts).orElse(List.of())));
        });
        if (type == AttributeType.CODE && codes.isEmpty()) {
            throw node.get("codes").wrong("the code list is empty");
        }
        return codes;
    }

    /** A value of an attribute, written in the catalogue. */
    static Object value(Attribute attribute, YamlNode node) {
        return switch (attribute.type()) {
            case TEXT -> node.text();
            case INTEGER -> node.integer();
            case DECIMAL -> node.decimal();
            case BOOLEAN -> node.bool();
            case DATE -> date(node);
            case CODE -> code(attribute, node);
            case REFERENCE -> throw node.wrong("'" + attribute.name() + "' is a reference, which cannot be given here");
        };
    }

    static String code(Attribute attribute, YamlNode node) {
        return attribute
                .findCode(node.text())
                .orElseThrow(
                        () -> node.wrong("'" + node.text() + "' is not in the code list of '" + attribute.name() + "'"))
                .code();
    }

    private static LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("expected a date such as 2025-07-01, not '" + node.text() + "'");
        }
    }

    private static @Nullable String references(YamlNode node, AttributeType type) {
        if (node.find("layer").isPresent() != (type == AttributeType.REFERENCE)) {
            throw node.wrong("'layer' is for attributes of type reference, and they need it");
        }
        return node.find("layer").map(YamlNode::text).orElse(null);
    }
}
