package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Page;
import vn.ruralmap.server.support.PropertyText;

/** The properties of a collection's features that the view shows, as a JSON Schema (OGC 23-058, OGC 19-079r2 §6.2). */
record SchemaDocument(Exchange exchange, LayerView view, Purpose purpose) {

    /** The name of the geometry in filters and schemas, as in the other services. */
    static final String GEOMETRY = "geom";

    /** What the properties can be used for. */
    enum Purpose {
        /** In filters. */
        QUERYABLES("queryables"),
        /** In the parameter {@code sortby}. */
        SORTABLES("sortables"),
        /** In answers, and in what is sent to be written. */
        RETURNABLES("schema");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private Layer layer() {
        return view.layer();
    }

    ObjectNode json() {
        ObjectNode schema = ApiDescription.node();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", exchange.plainUrl("/collections/" + layer().name() + "/" + purpose.path));
        schema.put("type", "object");
        schema.put("title", exchange.text(layer().title()));
        schema.put("description", exchange.text(layer().description()));
        ObjectNode properties = schema.putObject("properties");
        int order = 0;
        for (Property property : properties()) {
            property(properties.putObject(property.name()), property).put("x-ogc-propertySeq", ++order);
        }
        if (purpose != Purpose.SORTABLES) {
            ObjectNode geometry = properties.putObject(GEOMETRY);
            geometry.put("title", exchange.text("Hình học", "Geometry"));
            geometry.put(
                    "format", geometryFormat(exchange.snapshot().catalogue().geometryKinds(layer())));
            geometry.put("x-ogc-role", "primary-geometry");
        }
        if (purpose == Purpose.RETURNABLES) {
            ArrayNode required = schema.putArray("required");
            properties().stream().filter(SchemaDocument::isRequired).forEach(property -> required.add(property.name()));
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private List<Property> properties() {
        return view.properties();
    }

    private ObjectNode property(ObjectNode node, Property property) {
        node.put("title", exchange.text(property.title()));
        node.put("type", type(property.type()));
        if (property.type() == AttributeType.DATE) {
            node.put("format", "date");
        }
        Attribute attribute = property.attribute();
        if (attribute != null && property.origin() == Property.Origin.ATTRIBUTE) {
            codes(node, attribute);
            if (attribute.references() != null) {
                node.put("x-ogc-role", "reference").put("x-ogc-collectionId", attribute.references());
            } else if (layer().presentation().label().equals(attribute.name())) {
                node.put("x-ogc-role", "title");
            }
        }
        String role = role(property);
        if (role != null) {
            node.put("x-ogc-role", role);
        }
        if (purpose == Purpose.RETURNABLES && isReadOnly(property)) {
            node.put("readOnly", true);
        }
        return node;
    }

    private void codes(ObjectNode node, Attribute attribute) {
        if (attribute.type() == AttributeType.CODE) {
            ArrayNode codes = node.putArray("enum");
            ArrayNode titles = node.putArray("oneOf");
            for (CodeEntry entry : attribute.codes()) {
                codes.add(entry.code());
                titles.addObject().put("const", entry.code()).put("title", exchange.text(entry.title()));
            }
        }
    }

    private static @Nullable String role(Property property) {
        return switch (property.origin()) {
            case FID -> "id";
            case VALID_FROM -> "primary-interval-start";
            case VALID_TO -> "primary-interval-end";
            default -> null;
        };
    }

    /** What the server finds out itself. */
    static boolean isReadOnly(Property property) {
        return switch (property.origin()) {
            case FID, VERSION, REFERENCED_KEY, REFERENCED_LABEL -> true;
            case VALID_FROM, VALID_TO, DECISION, ATTRIBUTE -> false;
        };
    }

    private static boolean isRequired(Property property) {
        Attribute attribute = property.attribute();
        return property.origin() == Property.Origin.ATTRIBUTE && attribute != null && attribute.isRequired();
    }

    static String type(AttributeType type) {
        return switch (type) {
            case TEXT, CODE, DATE -> "string";
            case INTEGER, REFERENCE -> "integer";
            case DECIMAL -> "number";
            case BOOLEAN -> "boolean";
        };
    }

    private static String geometryFormat(Set<GeometryKind> kinds) {
        if (kinds.size() != 1) {
            return "geometry-any";
        }
        return switch (kinds.iterator().next()) {
            case POINT -> "geometry-point-or-multipoint";
            case LINE -> "geometry-linestring-or-multilinestring";
            case POLYGON -> "geometry-polygon-or-multipolygon";
        };
    }

    Page page() {
        String title =
                switch (purpose) {
                    case QUERYABLES -> exchange.text("Thuộc tính lọc được", "Queryables");
                    case SORTABLES -> exchange.text("Thuộc tính xếp được", "Sortables");
                    case RETURNABLES -> exchange.text("Lược đồ", "Schema");
                };
        Page page = new Page(exchange, title);
        page.crumb("OGC API", exchange.url(""))
                .crumb(exchange.text("Các lớp dữ liệu", "Collections"), exchange.url("/collections"))
                .crumb(exchange.text(layer().title()), exchange.url("/collections/" + layer().name()));
        List<List<Page.Cell>> rows = new ArrayList<>();
        for (Property property : properties()) {
            rows.add(List.of(
                    Page.Cell.of(property.name()),
                    Page.Cell.of(PropertyText.title(property, exchange.language())),
                    Page.Cell.of(property.type() == AttributeType.DATE ? "date" : type(property.type())),
                    Page.Cell.of(codes(property))));
        }
        return page.table(
                List.of(
                        exchange.text("Tên", "Name"),
                        exchange.text("Nghĩa", "Meaning"),
                        exchange.text("Kiểu", "Type"),
                        exchange.text("Giá trị", "Values")),
                rows);
    }

    private String codes(Property property) {
        Attribute attribute = property.attribute();
        return attribute == null || property.origin() != Property.Origin.ATTRIBUTE
                ? ""
                : attribute.codes().stream()
                        .map(entry -> entry.code() + " = " + exchange.text(entry.title()))
                        .collect(Collectors.joining("; "));
    }
}
