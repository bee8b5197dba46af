package vn.ruralmap.server.viewer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of what is below {@code /api} (OpenAPI 3.0.3). It is written by hand; a test holds it against all that is there. */
@RestController
class ApiController {

    static final Resource DESCRIPTION = new ClassPathResource("api/openapi.json");

    @GetMapping("/api/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(DESCRIPTION);
    }
}
