package vn.ruralmap.server.styles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.RequestException;

/** Serves the styles of the catalogue, byte for byte. */
@RestController
class StylesController {

    private static final MediaType SLD = MediaType.parseMediaType("application/vnd.ogc.sld+xml");

    private final Catalogue catalogue;

    StylesController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/styles/{layer}.sld")
    ResponseEntity<byte[]> style(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response) {
        Layer found = catalogue
                .findLayer(layer)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "LayerNotDefined",
                        "layer",
                        "Không có lớp này; danh sách ở /api/catalogue",
                        "There is no such layer; /api/catalogue lists those there are"));
        // styles change with the process only, and so does the tag
        if (EntityTag.isFresh(request, response, "style")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .contentType(SLD)
                .cacheControl(CacheControl.noCache())
                .body(catalogue.style(found).source());
    }
}
