package vn.ruralmap.server.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final JsonNode API = Ogc.json("/api");

    @Test
    void nothing_in_it_refers_to_another_document_or_to_what_is_not_there() {
        List<String> references = new ArrayList<>();
        API.findValues("$ref").forEach(reference -> references.add(reference.asString()));

        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            assertThat(reference).startsWith("#/");
            assertThat(API.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        });
    }

    @Test
    void operations_have_ids_of_their_own_answers_and_the_parameters_of_their_paths() {
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : API.get("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                assertThat(ids.add(operation.get("operationId").asString())).isTrue();
                assertThat(operation.get("responses").has("200")).isTrue();
                if (path.getKey().contains("{featureId}")) {
                    assertThat(operation.get("parameters").toString()).contains("#/components/parameters/featureId");
                }
            }
        }
        assertThat(API.get("openapi").asString()).isEqualTo("3.0.3");
        assertThat(ids).contains("communes.getFeatures", "getCollections");
    }

    @Test
    void every_address_without_a_template_answers() {
        for (String path : API.get("paths").propertyNames()) {
            if (!path.contains("{")) {
                assertThat(Ogc.ask(path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }
}
