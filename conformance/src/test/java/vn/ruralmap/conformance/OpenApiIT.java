package vn.ruralmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.Test;

/** A reader of OpenAPI 3.0 that others wrote understands how the OGC API and the pages' own API describe themselves. */
class OpenApiIT {

    @Test
    void theDescriptionIsReadWithoutComplaint() {
        String description = ConformanceServer.survey().get("/ogc/api?f=json");

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(description);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths())
                .containsKeys("/", "/conformance", "/collections", "/collections/survey_areas/items");
    }

    @Test
    void theDescriptionOfThePagesOwnApiIsReadWithoutComplaint() {
        String description = ConformanceServer.survey().get("/api/openapi.json");

        SwaggerParseResult result = new OpenAPIV3Parser().readContents(description);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).containsKeys("/api/session", "/api/proposals/{id}", "/api/imports");
    }
}
