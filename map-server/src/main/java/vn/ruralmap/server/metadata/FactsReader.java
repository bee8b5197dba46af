package vn.ruralmap.server.metadata;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** Finds out what metadata tell. */
@Component
final class FactsReader {

    private static final int MAX_TIMES = 1_000;

    private final Snapshots snapshots;
    private final FeatureStore store;
    private final FileFormats formats;
    private final PublicUrl publicUrl;
    /** Of changesets, which never change; asked for each once. */
    private final Map<Long, Instant> times = new ConcurrentHashMap<>();

    FactsReader(Snapshots snapshots, FeatureStore store, FileFormats formats, PublicUrl publicUrl) {
        this.snapshots = snapshots;
        this.store = store;
        this.formats = formats;
        this.publicUrl = publicUrl;
    }

    Snapshot snapshot() {
        return snapshots.current();
    }

    /** What metadata depend on beside the request. */
    String state(Snapshot snapshot) {
        return snapshot.revision() + "/" + snapshots.today();
    }

    String url(HttpServletRequest request) {
        return publicUrl.of(request);
    }

    List<LayerFacts> all(Snapshot snapshot, HttpServletRequest request) {
        return snapshot.catalogue().layers().stream()
                .map(layer -> facts(snapshot, layer, request))
                .toList();
    }

    /** @throws RequestException LayerNotDefined, 404 */
    LayerFacts one(Snapshot snapshot, String name, HttpServletRequest request) {
        return snapshot.catalogue()
                .findLayer(name)
                .map(layer -> facts(snapshot, layer, request))
                .orElseThrow(() -> RequestException.of(
                        404,
                        "LayerNotDefined",
                        "layer",
                        "Không có lớp này; danh sách ở /catalog.jsonld",
                        "There is no such layer; /catalog.jsonld lists those there are"));
    }

    private LayerFacts facts(Snapshot snapshot, Layer layer, HttpServletRequest request) {
        LayerView view = snapshot.view(layer.name(), snapshots.today());
        return new LayerFacts(
                view,
                snapshot.listChangeDates(layer.name()),
                time(view.revision()),
                snapshot.catalogue().service(),
                snapshot.isIllustrative(),
                formats.list(layer),
                url(request));
    }

    private @Nullable Instant time(long revision) {
        Instant known = times.get(revision);
        if (known != null || revision == 0) {
            return known;
        }
        try {
            Instant time = store.findChangeset(revision).map(Changeset::time).orElse(null);
            if (time != null) {
                if (times.size() > MAX_TIMES) {
                    times.clear();
                }
                times.put(revision, time);
            }
            return time;
        } catch (StoreException e) {
            // all else can be told while the store is away
            return null;
        }
    }
}
