package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.BuildingBlock;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;
import vn.ruralmap.server.ogcapi.common.Link;
import vn.ruralmap.server.ogcapi.common.Representation;
import vn.ruralmap.server.support.FilterParameter;

/** Features, by what the documents on top say of them. */
@Component
class FeaturesBlock implements BuildingBlock {

    private static final Map<String, String> REFUSALS = Map.of("400", "Problem", "404", "Problem", "406", "Problem");

    private static final List<String> READING = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/queryables",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/sortables");

    /** Of CQL2 (OGC 21-065r2 §2). */
    private static final List<String> FILTERING = Stream.of(
                    "cql2-text",
                    "cql2-json",
                    "basic-cql2",
                    "advanced-comparison-operators",
                    "case-insensitive-comparison",
                    "accent-insensitive-comparison",
                    "basic-spatial-functions",
                    "basic-spatial-functions-plus",
                    "spatial-functions",
                    "temporal-functions",
                    "array-functions",
                    "property-property",
                    "functions",
                    "arithmetic")
            .map(name -> "http://www.opengis.net/spec/cql2/1.0/conf/" + name)
            .toList();

    private static final List<String> WRITING = List.of(
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/update",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/features",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags");

    private final ItemForms forms;
    private final EditRights rights;

    FeaturesBlock(ItemForms forms, EditRights rights) {
        this.forms = forms;
        this.rights = rights;
    }

    @Override
    public List<String> conformance() {
        Stream<List<String>> classes =
                rights.isOpen() ? Stream.of(READING, FILTERING, WRITING) : Stream.of(READING, FILTERING);
        return classes.flatMap(List::stream).toList();
    }

    @Override
    public List<Link> landingLinks(Exchange exchange) {
        return List.of(
                Link.of(
                        exchange.url("/collections"),
                        "data",
                        "application/json",
                        exchange.text("Các lớp dữ liệu", "Collections")),
                Link.of(
                        exchange.url(FunctionsController.PATH),
                        "http://www.opengis.net/def/rel/ogc/1.0/functions",
                        "application/json",
                        exchange.text("Các hàm của bộ lọc", "Functions of filters")));
    }

    @Override
    public void describe(ApiDescription api, Exchange exchange) {
        schemas(api);
        parameters(api, exchange);
        if (rights.isOpen()) {
            new WritingDescription(api, exchange).describeParts();
        }
        String collections = exchange.text("Các lớp dữ liệu", "Collections");
        document(api, "/collections", "getCollections", collections, "collections", "application/json");
        document(
                api,
                FunctionsController.PATH,
                "getFunctions",
                exchange.text("Các hàm của bộ lọc", "Functions of filters"),
                "",
                "application/json");
        for (Layer layer : exchange.snapshot().catalogue().layers()) {
            describe(api, exchange, layer);
        }
    }

    private void describe(ApiDescription api, Exchange exchange, Layer layer) {
        String path = "/collections/" + layer.name();
        String name = layer.name();
        String title = exchange.text(layer.title());
        document(api, path, name + ".getCollection", title, "collection", "application/json");
        for (SchemaDocument.Purpose purpose : SchemaDocument.Purpose.values()) {
            document(
                    api,
                    path + "/" + purpose.path(),
                    name + ".get." + purpose.path(),
                    title + ": " + purpose.path(),
                    "",
                    CollectionDocument.SCHEMA_JSON);
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (Representation form : forms.list()) {
            types.put(form.mediaType(), form.equals(ItemForms.GEO_JSON) ? "featureCollection" : "");
        }
        List<String> shared = new ArrayList<>(Exchanges.COMMON);
        shared.addAll(ItemsReader.PARAMETERS);
        ApiDescription.Operation items = api.operation(path + "/items", "get", name + ".getFeatures", name, title)
                .parameters(shared)
                .answer("200", title, types)
                .answers(REFUSALS);
        // the description is the same for everybody; the queryables tell readers of private properties
        LayerView view = exchange.snapshot().view(name, exchange.date());
        for (Property property : view.properties()) {
            ObjectNode schema = items.parameter(property.name(), "query", exchange.text(property.title()));
            schema.put("type", SchemaDocument.type(property.type()));
            if (property.type() == AttributeType.DATE) {
                schema.put("format", "date");
            }
        }
        List<String> one = new ArrayList<>(Exchanges.COMMON);
        one.addAll(ItemController.PARAMETERS);
        one.add(0, "featureId");
        api.operation(path + "/items/{featureId}", "get", name + ".getFeature", name, title)
                .parameters(one)
                .answer("200", title, Map.of(CollectionDocument.GEO_JSON, "feature", "text/html", ""))
                .answers(REFUSALS);
        if (rights.isOpen()) {
            new WritingDescription(api, exchange).describe(layer);
        }
    }

    private static void document(
            ApiDescription api, String path, String id, String title, String schema, String mediaType) {
        api.operation(path, "get", id, path.split("/").length > 2 ? path.split("/")[2] : "Capabilities", title)
                .parameters(Exchanges.COMMON)
                .answer("200", title, Map.of(mediaType, schema, "text/html", ""))
                .answers(REFUSALS);
    }

    private static void parameters(ApiDescription api, Exchange exchange) {
        api.sharedParameter("featureId", "path", exchange.text("Số hiệu đối tượng (fid)", "Feature id (fid)"))
                .put("type", "integer")
                .put("format", "int64");
        api.sharedParameter(
                        "limit", "query", exchange.text("Số đối tượng trên một trang", "Number of features on a page"))
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", ItemsReader.MAX_LIMIT)
                .put("default", ItemsReader.DEFAULT_LIMIT);
        ObjectNode box = api.sharedParameter(
                "bbox",
                "query",
                exchange.text(
                        "Chỉ những đối tượng chạm vào khung này; bốn số, theo thứ tự trục của bbox-crs",
                        "Only features that meet this box; four numbers in the axis order of bbox-crs"));
        box.put("type", "array").put("minItems", 4).put("maxItems", 6);
        box.putObject("items").put("type", "number");
        text(
                api,
                exchange,
                FilterParameter.FILTER,
                "Điều kiện bằng CQL2, ví dụ population > 10000 AND name LIKE 'Kế%'",
                "A condition in CQL2, such as population > 10000 AND name LIKE 'Kế%'");
        ObjectNode language = api.sharedParameter(
                FilterParameter.LANGUAGE, "query", exchange.text("Ngôn ngữ của filter", "Language of filter"));
        language.put("type", "string").put("default", FilterParameter.TEXT);
        language.putArray("enum").add(FilterParameter.TEXT).add(FilterParameter.JSON);
        for (String name : List.of("bbox-crs", "crs", FilterParameter.SYSTEM)) {
            ObjectNode crs = api.sharedParameter(
                    name, "query", exchange.text("Hệ tọa độ, dạng URI", "Coordinate system, a URI"));
            crs.put("type", "string").put("format", "uri").put("default", CrsUri.CRS84);
            CrsUri.list().forEach(crs.putArray("enum")::add);
        }
        text(
                api,
                exchange,
                "datetime",
                "Ngày hoặc khoảng có hiệu lực: 2025-07-01, 2025-01-01/2025-06-30, ../2025-06-30",
                "Day or period in force: 2025-07-01, 2025-01-01/2025-06-30, ../2025-06-30");
        for (List<String> list : List.of(
                List.of(
                        "properties",
                        "Chỉ những thuộc tính này; geom là hình học",
                        "Only these properties; geom is the geometry"),
                List.of("sortby", "Xếp theo; dấu trừ là giảm dần", "Sort by; a minus means descending"))) {
            ObjectNode schema = api.sharedParameter(list.get(0), "query", exchange.text(list.get(1), list.get(2)));
            schema.put("type", "array").putObject("items").put("type", "string");
        }
        api.sharedParameter("skipgeometry", "query", exchange.text("Bỏ hình học", "Leave out geometry"))
                .put("type", "boolean")
                .put("default", false);
        text(
                api,
                exchange,
                "after",
                "Trang bắt đầu sau vị trí này (từ liên kết next)",
                "The page begins after this place (from the link next)");
        text(
                api,
                exchange,
                "before",
                "Trang kết thúc trước vị trí này (từ liên kết prev)",
                "The page ends before this place (from the link prev)");
    }

    private static void text(ApiDescription api, Exchange exchange, String name, String vi, String en) {
        api.sharedParameter(name, "query", exchange.text(vi, en)).put("type", "string");
    }

    private static void schemas(ApiDescription api) {
        object(api.schema("collections"), "collections", "links")
                .putObject("collections")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/collection");
        ObjectNode collection = object(api.schema("collection"), "id", "links");
        for (String name : List.of("id", "title", "description", "itemType", "storageCrs")) {
            collection.putObject(name).put("type", "string");
        }
        collection.putObject("extent").put("type", "object");
        collection.putObject("crs").put("type", "array").putObject("items").put("type", "string");
        links(collection);
        ObjectNode feature = object(api.schema("feature"), "type", "geometry", "properties");
        feature.putObject("type").put("type", "string").putArray("enum").add("Feature");
        feature.putObject("id").put("type", "integer").put("format", "int64");
        ObjectNode geometry =
                feature.putObject("geometry").put("type", "object").put("nullable", true);
        ObjectNode members = geometry.putObject("properties");
        members.putObject("type").put("type", "string");
        members.putObject("coordinates").put("type", "array").putObject("items");
        feature.putObject("properties").put("type", "object").put("nullable", true);
        links(feature);
        ObjectNode features = object(api.schema("featureCollection"), "type", "features");
        features.putObject("type").put("type", "string").putArray("enum").add("FeatureCollection");
        features.putObject("features")
                .put("type", "array")
                .putObject("items")
                .put("$ref", "#/components/schemas/feature");
        features.putObject("numberMatched").put("type", "integer").put("minimum", 0);
        features.putObject("numberReturned").put("type", "integer").put("minimum", 0);
        features.putObject("timeStamp").put("type", "string").put("format", "date-time");
        links(features);
    }

    /** @return the properties, to be filled */
    private static ObjectNode object(ObjectNode schema, String... required) {
        schema.put("type", "object");
        List.of(required).forEach(schema.putArray("required")::add);
        return schema.putObject("properties");
    }

    private static void links(ObjectNode properties) {
        properties.putObject("links").put("type", "array").putObject("items").put("$ref", "#/components/schemas/link");
    }
}
