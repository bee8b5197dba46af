package vn.ruralmap.server.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.ServerFixture;

class ApiDescriptionTest {

    private static final ServerFixture SERVER = ServerFixture.get();

    private static JsonNode description() {
        return JsonMapper.shared().readTree(SERVER.get("/api/openapi.json").body());
    }

    /** {@code POST /api/proposals/{id}}, without the rules for what stands in braces. */
    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        SERVER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(
                                        verb + " " + path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^}]*})*}", "{$1}")))));
        return served;
    }

    @Test
    void all_that_is_served_is_described_and_nothing_else() {
        Set<String> described = new TreeSet<>();
        description().get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(verb -> described.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(described).containsExactlyElementsOf(served());
    }

    @Test
    void every_operation_has_an_id_of_its_own_and_a_summary() {
        Set<String> ids = new TreeSet<>();
        description()
                .get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyStream())
                .forEach(operation -> {
                    assertThat(ids.add(operation.getValue().get("operationId").asString()))
                            .as(operation.getValue().toString())
                            .isTrue();
                    assertThat(operation.getValue().get("summary").asString()).isNotBlank();
                });
        assertThat(ids).isNotEmpty();
    }
}
