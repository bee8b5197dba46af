package vn.ruralmap.server.metadata;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.NeedsStore;
import vn.ruralmap.server.support.Parameters;

/** {@code /metadata/{layer}}, {@code .xml}, {@code .atom}, and {@code /catalog.jsonld}. */
@RestController
class MetadataController {

    private static final int FEED_ENTRIES = 100;

    private final FactsReader reader;
    private final FeatureStore store;

    MetadataController(FactsReader reader, FeatureStore store) {
        this.reader = reader;
        this.store = store;
    }

    @GetMapping("/catalog.jsonld")
    void catalogue(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Snapshot snapshot = reader.snapshot();
        if (!EntityTag.isFresh(request, response, reader.state(snapshot))) {
            response.setContentType("application/ld+json");
            response.getOutputStream()
                    .write(DcatCatalogue.json(
                            snapshot.catalogue().service(),
                            snapshot.description(),
                            reader.all(snapshot, request),
                            reader.url(request)));
        }
    }

    @GetMapping("/metadata/{layer}")
    void page(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Snapshot snapshot = reader.snapshot();
        LayerFacts facts = reader.one(snapshot, layer, request);
        if (!EntityTag.isFresh(request, response, reader.state(snapshot))) {
            response.setContentType("text/html;charset=UTF-8");
            String language = Parameters.of(request).language();
            response.getOutputStream()
                    .write(new LayerPage(facts, language).html().getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/metadata/{layer}.xml")
    void iso(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Snapshot snapshot = reader.snapshot();
        LayerFacts facts = reader.one(snapshot, layer, request);
        if (!EntityTag.isFresh(request, response, reader.state(snapshot))) {
            response.setContentType("application/xml");
            new IsoDocument(facts).write(response.getOutputStream());
        }
    }

    /** What changed and when; by whom and why is the history's, which is not open. */
    @NeedsStore
    @GetMapping("/metadata/{layer}.atom")
    void feed(@PathVariable String layer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Snapshot snapshot = reader.snapshot();
        LayerFacts facts = reader.one(snapshot, layer, request);
        if (!EntityTag.isFresh(request, response, reader.state(snapshot))) {
            response.setContentType("application/atom+xml");
            new ChangeFeed(facts, Parameters.of(request).language())
                    .write(store.listChanges(layer, FEED_ENTRIES), response.getOutputStream());
        }
    }
}
