package vn.ruralmap.dataimport.read;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import vn.ruralmap.dataimport.read.SourceField.Type;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;

/** Feature objects to records. */
final class GeoJsonRecords {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<SourceField> fields;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Limits limits;
    private long row;
    private boolean hasZ;

    GeoJsonRecords(List<SourceField> fields, Limits limits) {
        this.fields = fields;
        this.limits = limits;
        for (int i = 0; i < fields.size(); i++) {
            indexes.put(fields.get(i).name(), i);
        }
    }

    boolean hasZ() {
        return hasZ;
    }

    /** @param parser at the start of a feature object */
    SourceRecord feature(JsonParser parser) {
        row++;
        List<Issue> issues = new ArrayList<>();
        @Nullable Object[] values = new Object[fields.size()];
        Geometry geometry = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                readProperties(parser, values);
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                geometry = geometry(parser, issues);
            } else if (name.equals("id") && value.isScalarValue()) {
                Integer index = indexes.get(GeoJsonFields.ID);
                if (index != null && values[index] == null) {
                    values[index] = value(parser, fields.get(index).type());
                }
            } else {
                parser.skipChildren();
            }
        }
        return new SourceRecord(row, Arrays.asList(values), geometry, issues);
    }

    SourceRecord bareGeometry(JsonParser parser) {
        row++;
        List<Issue> issues = new ArrayList<>();
        Geometry geometry = geometry(parser, issues);
        return new SourceRecord(row, Arrays.asList(new Object[fields.size()]), geometry, issues);
    }

    /** Something in the list of features that is none. */
    SourceRecord noFeature(JsonParser parser) {
        row++;
        parser.skipChildren();
        Issue issue = new Issue(
                "NOT_A_FEATURE",
                Issue.Severity.ERROR,
                row,
                null,
                null,
                new LocalizedText(
                        "Phần tử này của features không phải là đối tượng.", "This member of features is no object."),
                new LocalizedText("Xóa phần tử này hoặc xuất lại tệp.", "Delete it or export the file again."));
        return new SourceRecord(row, Arrays.asList(new Object[fields.size()]), null, List.of(issue));
    }

    private void readProperties(JsonParser parser, @Nullable Object[] values) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            Integer index = indexes.get(name);
            if (index == null) {
                parser.skipChildren();
            } else {
                values[index] = value(parser, fields.get(index).type());
            }
        }
    }

    private @Nullable Object value(JsonParser parser, Type type) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> json(parser);
            case VALUE_TRUE, VALUE_FALSE ->
                type == Type.BOOLEAN ? (Object) parser.getBooleanValue() : parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, type);
            default -> parser.getString();
        };
    }

    private static @Nullable Object number(JsonParser parser, Type type) {
        if (type == Type.INTEGER) {
            return parser.getLongValue();
        }
        if (type == Type.DECIMAL) {
            double value = parser.getDoubleValue();
            return Double.isFinite(value) ? (Object) value : parser.getString();
        }
        return parser.getString();
    }

    private static String json(JsonParser parser) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private @Nullable Geometry geometry(JsonParser parser, List<Issue> issues) {
        GeoJsonGeometry reader = new GeoJsonGeometry(limits.pointsPerGeometry());
        GeoJsonGeometry.Raw raw = reader.read(parser);
        hasZ |= reader.hasZ();
        try {
            Geometry geometry = reader.build(raw, new GeometryParts(row, issues));
            if (geometry == null) {
                issues.add(ReadIssues.emptied(row));
            }
            return geometry;
        } catch (DamagedGeometryException e) {
            issues.add(e.issue());
            return null;
        }
    }
}
