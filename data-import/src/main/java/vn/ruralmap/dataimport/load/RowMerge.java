package vn.ruralmap.dataimport.load;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;

/** Rows by their position, and what they make of stored features: what the source does not speak of stays. */
final class RowMerge {

    private final List<ImportRow> rows;
    private final boolean[] spokenOf;
    private final boolean speaksOfDecision;

    /** @param spokenOf attributes that the source has, {@code decision} among them if it has it */
    RowMerge(Layer layer, Set<String> spokenOf, List<ImportRow> rows) {
        this.rows = rows;
        this.spokenOf = new boolean[layer.attributes().size()];
        for (int i = 0; i < this.spokenOf.length; i++) {
            Attribute attribute = layer.attributes().get(i);
            this.spokenOf[i] = spokenOf.contains(attribute.name());
        }
        this.speaksOfDecision = spokenOf.contains("decision");
    }

    ImportRow get(int position) {
        return rows.get(position);
    }

    /** The row, with the stored values of what the source does not speak of, and the stored geometry if it is the same. */
    Change.Content merge(ImportRow row, Change.Content stored) {
        Change.Content read = row.content();
        @Nullable Object[] values = new Object[read.values().size()];
        for (int i = 0; i < values.length; i++) {
            Object value = read.values().get(i);
            values[i] = value == null && !spokenOf[i] ? stored.values().get(i) : value;
        }
        String decision = read.decision() == null && !speaksOfDecision ? stored.decision() : read.decision();
        return new Change.Content(
                stored.validity(),
                decision,
                Arrays.asList(values),
                Entry.sameShape(read.geometry(), stored.geometry()) ? stored.geometry() : read.geometry());
    }
}
