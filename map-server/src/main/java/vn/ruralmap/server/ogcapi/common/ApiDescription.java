package vn.ruralmap.server.ogcapi.common;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.0.3 document in the making. It stands on its own: nothing in it refers to another document.
 *
 * <p>Example: {@code api.operation("/conformance", "get", "getConformance", "Capabilities", "…").parameter("f").answer(...)}
 */
public final class ApiDescription {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode root = JSON.createObjectNode();
    private final ObjectNode paths;
    private final ObjectNode components;

    public ApiDescription(String title, String description, String version, String server) {
        root.put("openapi", "3.0.3");
        root.putObject("info")
                .put("title", title)
                .put("description", description)
                .put("version", version);
        root.putArray("servers").addObject().put("url", server);
        paths = root.putObject("paths");
        components = root.putObject("components");
        components.putObject("parameters");
        components.putObject("schemas");
        components.putObject("responses");
    }

    public static ObjectNode node() {
        return JSON.createObjectNode();
    }

    /** Who to write to. */
    public ObjectNode info() {
        return (ObjectNode) root.get("info");
    }

    /** Adds a parameter that operations refer to by its name. */
    public ObjectNode sharedParameter(String name, String in, String description) {
        return parameter(((ObjectNode) components.get("parameters")).putObject(name), name, in, description);
    }

    /** Adds a schema that others refer to by {@code #/components/schemas/NAME}. */
    public ObjectNode schema(String name) {
        return ((ObjectNode) components.get("schemas")).putObject(name);
    }

    /** Adds a response that operations refer to by its name. */
    public void sharedResponse(String name, String description, String mediaType, String schema) {
        ObjectNode response = ((ObjectNode) components.get("responses")).putObject(name);
        response.put("description", description);
        content(response, mediaType, schema);
    }

    /** Adds a way to log in. */
    public ObjectNode securityScheme(String name) {
        ObjectNode schemes = (ObjectNode) components.get("securitySchemes");
        return (schemes == null ? components.putObject("securitySchemes") : schemes).putObject(name);
    }

    /** @param path after the API's address, with templates */
    public Operation operation(String path, String method, String id, String tag, String summary) {
        ObjectNode item = (ObjectNode) paths.get(path);
        ObjectNode operation = (item == null ? paths.putObject(path) : item).putObject(method);
        operation.put("operationId", id);
        operation.put("summary", summary);
        operation.putArray("tags").add(tag);
        operation.putArray("parameters");
        operation.putObject("responses");
        return new Operation(operation);
    }

    public ObjectNode document() {
        return root;
    }

    private static ObjectNode parameter(ObjectNode parameter, String name, String in, String description) {
        parameter.put("name", name).put("in", in).put("description", description);
        parameter.put("required", in.equals("path"));
        ObjectNode schema = parameter.putObject("schema");
        if (in.equals("query")) {
            parameter.put("style", "form").put("explode", false);
        }
        return schema;
    }

    private static void content(ObjectNode target, @Nullable String mediaType, @Nullable String schema) {
        if (mediaType != null) {
            ObjectNode content = (ObjectNode) target.get("content");
            ObjectNode media = (content == null ? target.putObject("content") : content).putObject(mediaType);
            ObjectNode shape = media.putObject("schema");
            if (schema != null) {
                shape.put("$ref", "#/components/schemas/" + schema);
            } else if (!mediaType.contains("json")) {
                shape.put("type", "string");
            }
        }
    }

    /** One operation. */
    public static final class Operation {

        private final ObjectNode node;

        private Operation(ObjectNode node) {
            this.node = node;
        }

        /** Uses shared parameters. */
        public Operation parameters(List<String> names) {
            names.forEach(name ->
                    ((ArrayNode) node.get("parameters")).addObject().put("$ref", "#/components/parameters/" + name));
            return this;
        }

        /** Adds a parameter of its own. @return its schema, to be filled */
        public ObjectNode parameter(String name, String in, String description) {
            return ApiDescription.parameter(((ArrayNode) node.get("parameters")).addObject(), name, in, description);
        }

        /** @param types media types to the names of their schemas; an empty name: none */
        public Operation answer(String status, String description, Map<String, String> types) {
            ObjectNode response = ((ObjectNode) node.get("responses")).putObject(status);
            response.put("description", description);
            types.forEach((type, schema) -> content(response, type, schema.isEmpty() ? null : schema));
            return this;
        }

        /** Uses shared responses. */
        public Operation answers(Map<String, String> byStatus) {
            byStatus.forEach((status, name) -> ((ObjectNode) node.get("responses"))
                    .putObject(status)
                    .put("$ref", "#/components/responses/" + name));
            return this;
        }

        /** What is sent. @param schema empty: none */
        public Operation body(String mediaType, String schema) {
            ObjectNode body = node.putObject("requestBody");
            body.put("required", true);
            content(body, mediaType, schema.isEmpty() ? null : schema);
            return this;
        }

        /** Anybody may ask for reading; this needs a login by one of these. */
        public Operation secured(List<String> schemes) {
            ArrayNode security = node.putArray("security");
            schemes.forEach(scheme -> security.addObject().putArray(scheme));
            return this;
        }
    }
}
