package vn.ruralmap.server.proposals;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.RequestBody;
import vn.ruralmap.server.support.RequestException;

/** The JSON object in the body of a request; none is an empty one. */
final class Body {

    /** Edits of a commune in full detail are a tenth of it. */
    private static final long MOST_BYTES = 16L << 20;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(100_000)
                            .maxNameLength(200)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    /** @param digest of all that was sent */
    record Read(JsonNode json, String digest) {}

    /** @throws RequestException status 400 if it is no JSON object, 413 if it is too large */
    static Read of(HttpServletRequest request, String... more) {
        try {
            RequestBody body = RequestBody.of(request, MOST_BYTES, "BodyTooLarge");
            byte[] bytes = body.readAllBytes();
            JsonNode json = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            if (!json.isObject()) {
                throw unreadable();
            }
            return new Read(json, body.digest(more));
        } catch (JacksonException | IOException e) {
            throw unreadable();
        }
    }

    private static RequestException unreadable() {
        return RequestException.of(
                400,
                "InvalidBody",
                "body",
                "Nội dung gửi lên phải là một đối tượng JSON (UTF-8), lồng tối đa 32 cấp",
                "The body must be a JSON object (UTF-8), nested 32 deep at most");
    }

    /** A text without control characters but line breaks, stripped; empty: it is not there. */
    static String text(JsonNode json, String name, int longest) {
        JsonNode node = json.path(name);
        String text = node.isString() ? node.asString().strip() : "";
        boolean isRight = (node.isString() || node.isNull() || node.isMissingNode())
                && text.length() <= longest
                && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r');
        if (!isRight) {
            throw RequestException.of(
                    400,
                    "InvalidBody",
                    name,
                    "'" + name + "' phải là văn bản dài tối đa " + longest + " ký tự",
                    "'" + name + "' must be a text of at most " + longest + " characters");
        }
        return text;
    }

    /** The same that must be there. */
    static String demandText(JsonNode json, String name, int longest) {
        String text = text(json, name, longest);
        if (text.isEmpty()) {
            throw RequestException.of(400, "InvalidBody", name, "Thiếu '" + name + "'", "'" + name + "' is missing");
        }
        return text;
    }

    /** Null: there is none. */
    static @Nullable LocalDate date(JsonNode json, String name, LocalDate today) {
        String text = text(json, name, 40);
        return text.isEmpty() ? null : LegalDate.parse(name, text, today);
    }
}
