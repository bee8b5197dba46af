package vn.ruralmap.dataimport.load;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.load.ImportPlan.Outcome;

/** What becomes of each row: a byte per row, since there may be millions. */
public final class RowOutcomes {

    private static final Outcome[] OUTCOMES = Outcome.values();

    /** None for any row. */
    public static final RowOutcomes NONE = new RowOutcomes();

    private byte[] byRow = new byte[0];
    private final long[] counts = new long[OUTCOMES.length];

    /** @param row 1 or more, once */
    void set(long row, Outcome outcome) {
        int at = Math.toIntExact(row);
        if (at >= byRow.length) {
            byRow = Arrays.copyOf(byRow, Math.max(at + 1, byRow.length + (byRow.length >> 1)));
        }
        byRow[at] = (byte) (outcome.ordinal() + 1);
        counts[outcome.ordinal()]++;
    }

    /** Of a row; null: it never came so far, or the number is no row's. */
    public @Nullable Outcome get(long row) {
        return row < 0 || row >= byRow.length || byRow[(int) row] == 0 ? null : OUTCOMES[byRow[(int) row] - 1];
    }

    /** The number of rows with an outcome. */
    public long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Only those that are refused. */
    RowOutcomes refused() {
        RowOutcomes refused = new RowOutcomes();
        for (int row = 0; row < byRow.length; row++) {
            if (get(row) == Outcome.REFUSED) {
                refused.set(row, Outcome.REFUSED);
            }
        }
        return refused;
    }
}
