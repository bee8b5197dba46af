package vn.ruralmap.server.styles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** Serves the styles of the catalogue and their pictures: byte for byte, but for links to pictures, which become whole. */
@RestController
class StylesController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType SLD = MediaType.parseMediaType("application/vnd.ogc.sld+xml");

    private final Catalogue catalogue;
    private final PublicUrl publicUrl;

    StylesController(Catalogue catalogue, PublicUrl publicUrl) {
        this.catalogue = catalogue;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/styles/{layer}.sld")
    ResponseEntity<byte[]> style(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response) {
        return answer(sld(catalogue.style(layer(layer)), request), SLD, request, response);
    }

    @GetMapping("/styles/{layer}/{style}.sld")
    ResponseEntity<byte[]> style(
            @PathVariable String layer,
            @PathVariable String style,
            HttpServletRequest request,
            HttpServletResponse response) {
        MapStyle found = catalogue
                .findStyle(layer(layer), style)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "StyleNotDefined",
                        "style",
                        "Lớp không có kiểu này; danh sách ở /api/catalogue",
                        "The layer has no such style; /api/catalogue lists those there are"));
        return answer(sld(found, request), SLD, request, response);
    }

    /** Where links of styles lead. */
    @GetMapping("/styles/symbols/{symbol}.svg")
    ResponseEntity<byte[]> symbol(
            @PathVariable String symbol, HttpServletRequest request, HttpServletResponse response) {
        byte[] svg = catalogue
                .findSymbol("symbols/" + symbol + ".svg")
                .orElseThrow(() -> RequestException.of(
                        404, "NotFound", "symbol", "Không có ký hiệu này", "There is no such symbol"));
        return answer(svg, SVG, request, response);
    }

    /** Desktop programs look for a picture of a relative name among their own. */
    private byte[] sld(MapStyle style, HttpServletRequest request) {
        if (style.symbols().isEmpty()) {
            return style.source();
        }
        String text = new String(style.source(), StandardCharsets.UTF_8);
        for (String symbol : style.symbols().keySet()) {
            text = text.replace('"' + symbol + '"', '"' + publicUrl.of(request) + "/styles/" + symbol + '"');
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Layer layer(String name) {
        return catalogue
                .findLayer(name)
                .orElseThrow(() -> RequestException.of(
                        404,
                        "LayerNotDefined",
                        "layer",
                        "Không có lớp này; danh sách ở /api/catalogue",
                        "There is no such layer; /api/catalogue lists those there are"));
    }

    private static ResponseEntity<byte[]> answer(
            byte[] file, MediaType type, HttpServletRequest request, HttpServletResponse response) {
        // styles change with the process only, and so does the tag
        if (EntityTag.isFresh(request, response, "style")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(file);
    }
}
