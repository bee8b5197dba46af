package vn.ruralmap.server.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * Folded texts of the features of one view, of attributes that its audience may see.
 *
 * @param texts in the order of the view's features
 */
record LayerTexts(LayerView view, List<List<Text>> texts) {

    /** Names may carry their kind ("Xã Kế Sách"), which few type, or not, and some type it. */
    private static final Pattern KIND =
            Pattern.compile("^(xa|phuong|thi tran|dac khu|ap|khu pho|khom|thon|huien|quan|thi xa|thanh pho|tinh) ");

    /** @param withoutKind the same, or the rest after the kind */
    record Text(String folded, String withoutKind) {}

    /** @param before of the same layer and audience, of which features that did not change keep their texts; null: none */
    static LayerTexts of(LayerView view, @Nullable LayerTexts before) {
        if (before != null && before.view == view) {
            return before;
        }
        List<Integer> searched = searched(view);
        List<Feature> old = before == null ? List.of() : before.view.features();
        List<List<Text>> texts = new ArrayList<>(view.features().size());
        int next = 0;
        // both are in the order of fids
        for (Feature feature : view.features()) {
            while (next < old.size() && old.get(next).fid() < feature.fid()) {
                next++;
            }
            boolean isKnown = before != null && next < old.size() && old.get(next) == feature;
            texts.add(isKnown ? before.texts.get(next) : fold(feature, searched));
        }
        return new LayerTexts(view, texts);
    }

    static boolean isSearched(LayerView view) {
        return !searched(view).isEmpty();
    }

    private static List<Integer> searched(LayerView view) {
        List<Integer> searched = new ArrayList<>();
        for (Attribute attribute : view.layer().attributes()) {
            // what somebody may not see must not be found either
            if (attribute.isSearchable() && view.findProperty(attribute.name()).isPresent()) {
                searched.add(view.layer().indexOf(attribute.name()));
            }
        }
        return searched;
    }

    private static List<Text> fold(Feature feature, List<Integer> searched) {
        List<Text> texts = new ArrayList<>(searched.size());
        for (int index : searched) {
            Object value = feature.value(index);
            if (value != null) {
                String folded = SearchKey.of(value.toString());
                String rest = withoutKind(folded);
                texts.add(new Text(folded, rest.equals(folded) ? folded : rest));
            }
        }
        return texts;
    }

    static String withoutKind(String folded) {
        return KIND.matcher(folded).replaceFirst("");
    }
}
