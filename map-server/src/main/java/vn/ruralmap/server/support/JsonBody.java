package vn.ruralmap.server.support;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON object in the body of a request, small and well-formed; none is an empty one. */
public final class JsonBody {

    private static final int MOST_BYTES = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    public static JsonNode of(HttpServletRequest request) {
        byte[] body = bytes(request);
        if (body.length == 0) {
            return JSON.createObjectNode();
        }
        JsonNode json = parse(body);
        if (!json.isObject()) {
            throw unreadable();
        }
        return json;
    }

    private static byte[] bytes(HttpServletRequest request) {
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw unreadable();
        }
        if (body.length > MOST_BYTES) {
            throw RequestException.of(
                    413,
                    "BodyTooLarge",
                    "body",
                    "Nội dung yêu cầu có tối đa " + MOST_BYTES + " byte",
                    "The body has at most " + MOST_BYTES + " bytes");
        }
        return body;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private static RequestException unreadable() {
        return RequestException.invalid("body", "cần một đối tượng JSON (UTF-8)", "a JSON object (UTF-8)");
    }
}
