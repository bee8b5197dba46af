package vn.ruralmap.dataimport.placing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Where a file would lie, as each system would have it.
 *
 * @param basis against what it was compared
 * @param rows so many rows were compared
 * @param candidates the best first; one alone if it fits and was declared
 */
public record PlaceEvidence(Basis basis, int rows, List<Line> candidates) {

    private static final int SHOWN = 4;

    /** Against what places are compared, the strongest first. */
    public enum Basis {
        /** The stored unit whose code or name the row bears. */
        NAMED_UNITS("đơn vị mà dòng nêu tên", "the unit that the row names"),
        /** Any stored unit. */
        STORED_UNITS("đơn vị bất kỳ đã lưu", "any stored unit"),
        /** Vietnam as a box. */
        COUNTRY("khung Việt Nam", "Vietnam's box");

        private final LocalizedText text;

        Basis(String vi, String en) {
            this.text = new LocalizedText(vi, en);
        }
    }

    /**
     * One system.
     *
     * @param option what to pass to have it
     * @param name of the system
     * @param inside share of the rows that fall inside, 0 to 1
     * @param medianMetres distance from inside; null: most fall outside Vietnam
     * @param outlineMetres how far outlines are from those stored, median; null: not compared
     * @param example one row
     */
    public record Line(
            String option,
            String name,
            double inside,
            @Nullable Double medianMetres,
            @Nullable Double outlineMetres,
            @Nullable Example example) {}

    /**
     * One row.
     *
     * @param unit that it names; null: none
     * @param metres from that unit; null: outside Vietnam, or no unit
     * @param lonLat where it falls
     */
    public record Example(
            long row, @Nullable String unit, @Nullable Double metres, double longitude, double latitude) {}

    public PlaceEvidence {
        candidates = List.copyOf(candidates);
    }

    /** False if it only says that the declared system lies in the country. */
    public boolean isTelling() {
        return basis != Basis.COUNTRY || candidates.size() > 1;
    }

    /** A table for people. */
    public LocalizedText text() {
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        vi.add("Vị trí so với " + basis.text.vi() + " (" + rows + " dòng thử):");
        en.add("Place against " + basis.text.en() + " (" + rows + " rows tried):");
        for (Line line : candidates.subList(0, Math.min(SHOWN, candidates.size()))) {
            vi.add(row(line, true));
            en.add(row(line, false));
        }
        int more = candidates.size() - SHOWN;
        if (more > 0) {
            vi.add("  và " + more + " cách hiểu khác");
            en.add("  and " + more + " more");
        }
        return new LocalizedText(String.join("\n", vi), String.join("\n", en));
    }

    private String row(Line line, boolean vi) {
        StringBuilder text = new StringBuilder("  " + line.option() + " (" + line.name() + "): ");
        text.append(String.format(Locale.ROOT, "%.0f %% ", line.inside() * 100)).append(vi ? "nằm trong" : "inside");
        if (basis != Basis.COUNTRY) {
            text.append(vi ? ", khoảng cách trung vị: " : ", median distance: ")
                    .append(metres(line.medianMetres(), vi));
        }
        if (line.outlineMetres() != null) {
            text.append(vi ? ", ranh giới lệch " : ", outlines differ by ").append(metres(line.outlineMetres(), vi));
        }
        Example example = line.example();
        if (example != null) {
            text.append(vi ? "; dòng " : "; row ").append(example.row());
            if (example.unit() != null) {
                text.append(' ').append(example.unit()).append(": ").append(metres(example.metres(), vi));
            }
            text.append(String.format(Locale.ROOT, " (%.4f %.4f)", example.longitude(), example.latitude()));
        }
        return text.toString();
    }

    private static String metres(@Nullable Double metres, boolean vi) {
        if (metres == null) {
            return vi ? "ngoài Việt Nam" : "outside Vietnam";
        }
        return metres < 10_000
                ? String.format(Locale.ROOT, "%.0f m", metres)
                : String.format(Locale.ROOT, "%.1f km", metres / 1000);
    }
}
