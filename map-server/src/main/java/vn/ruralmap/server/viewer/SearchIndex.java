package vn.ruralmap.server.viewer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;

/**
 * Folded texts of everything in force on one day at one revision. A query reads all of them, so that no index can
 * disagree with the data; the time grows with the number of features.
 */
final class SearchIndex {

    private final List<Entry> entries = new ArrayList<>();

    /** Names may carry their kind ("Xã Kế Sách"), which few type, or not, and some type it. */
    private static final Pattern KIND =
            Pattern.compile("^(xa|phuong|thi tran|dac khu|ap|khu pho|khom|thon|huien|quan|thi xa|thanh pho|tinh) ");

    private record Entry(LayerView view, Feature feature, List<Text> texts, int labelLength) {}

    /** @param withoutKind the same, or the rest after the kind */
    private record Text(String folded, String withoutKind) {}

    /** @param rank 0 the whole text, 1 its beginning, 2 the beginning of a word, 3 within; the smaller the better */
    record Hit(LayerView view, Feature feature, int rank, int labelLength) {}

    SearchIndex(Snapshot snapshot, LocalDate date) {
        for (Layer layer : snapshot.catalogue().layers()) {
            List<Integer> searched = new ArrayList<>();
            for (Attribute attribute : layer.attributes()) {
                // a private value must not be found either
                if (attribute.isSearchable() && !attribute.isPrivate()) {
                    searched.add(layer.indexOf(attribute.name()));
                }
            }
            if (!searched.isEmpty()) {
                LayerView view = snapshot.view(layer.name(), date);
                view.features()
                        .forEach(feature -> entries.add(new Entry(
                                view,
                                feature,
                                texts(feature, searched),
                                view.label(feature, "vi").length())));
            }
        }
    }

    private static List<Text> texts(Feature feature, List<Integer> searched) {
        List<Text> texts = new ArrayList<>();
        for (int index : searched) {
            Object value = feature.value(index);
            if (value != null) {
                String folded = SearchKey.of(value.toString());
                texts.add(new Text(folded, withoutKind(folded)));
            }
        }
        return texts;
    }

    private static String withoutKind(String folded) {
        return KIND.matcher(folded).replaceFirst("");
    }

    /** The best first: by rank, then layers in drawing order, then shorter texts, then fid. */
    List<Hit> search(String query, int limit) {
        String key = SearchKey.of(query);
        List<Hit> hits = find(key);
        if (hits.isEmpty()) {
            hits = find(withoutKind(key));
        }
        return hits.subList(0, Math.min(limit, hits.size()));
    }

    private List<Hit> find(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> order = new LinkedHashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            order.putIfAbsent(entry.view().layer().name(), order.size());
            int rank = entry.texts().stream()
                    .mapToInt(text -> rank(text, key))
                    .min()
                    .orElse(Integer.MAX_VALUE);
            if (rank < Integer.MAX_VALUE) {
                hits.add(new Hit(entry.view(), entry.feature(), rank, entry.labelLength()));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank)
                .thenComparing(hit -> order.get(hit.view().layer().name()))
                .thenComparing(Hit::labelLength)
                .thenComparing(hit -> hit.feature().fid()));
        return hits;
    }

    private static int rank(Text text, String key) {
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
