package vn.ruralmap.server.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * Folded texts of everything in force on one day at one revision, for one audience. A query reads all of them, so that no index can
 * disagree with the data; the time grows with the number of features.
 */
final class SearchIndex {

    /** In drawing order. */
    private final List<LayerTexts> layers = new ArrayList<>();

    /** @param rank 0 the whole text, 1 its beginning, 2 the beginning of a word, 3 within; the smaller the better */
    record Hit(LayerView view, Feature feature, int rank, int layer, int labelLength) {}

    /**
     * @param views in drawing order
     * @param before of an older revision, another day or another audience, whose texts of unchanged features are kept; null: none
     */
    SearchIndex(List<LayerView> views, @Nullable SearchIndex before) {
        for (LayerView view : views) {
            if (LayerTexts.isSearched(view)) {
                layers.add(LayerTexts.of(view, before == null ? null : before.find(view)));
            }
        }
    }

    private @Nullable LayerTexts find(LayerView other) {
        return layers.stream()
                .filter(texts ->
                        texts.view().layer() == other.layer() && texts.view().showsPrivate() == other.showsPrivate())
                .findFirst()
                .orElse(null);
    }

    /** The best first: by rank, then layers in drawing order, then shorter texts, then fid. */
    List<Hit> search(String query, int limit) {
        String key = SearchKey.of(query);
        List<Hit> hits = hits(key);
        if (hits.isEmpty()) {
            hits = hits(LayerTexts.withoutKind(key));
        }
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private List<Hit> hits(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            LayerView view = layers.get(i).view();
            List<List<LayerTexts.Text>> texts = layers.get(i).texts();
            for (int position = 0; position < texts.size(); position++) {
                int rank = rank(texts.get(position), key);
                if (rank < Integer.MAX_VALUE) {
                    Feature feature = view.features().get(position);
                    hits.add(new Hit(
                            view, feature, rank, i, view.label(feature, "vi").length()));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparingInt(Hit::layer)
                .thenComparingInt(Hit::labelLength)
                .thenComparingLong(hit -> hit.feature().fid()));
        return hits;
    }

    private static int rank(List<LayerTexts.Text> texts, String key) {
        int best = Integer.MAX_VALUE;
        for (LayerTexts.Text text : texts) {
            best = Math.min(best, rank(text, key));
        }
        return best;
    }

    private static int rank(LayerTexts.Text text, String key) {
        int at = text.folded().indexOf(key);
        if (at < 0) {
            return Integer.MAX_VALUE;
        }
        if (text.folded().equals(key) || text.withoutKind().equals(key)) {
            return 0;
        }
        if (at == 0 || text.withoutKind().startsWith(key)) {
            return 1;
        }
        return text.folded().contains(" " + key) ? 2 : 3;
    }
}
