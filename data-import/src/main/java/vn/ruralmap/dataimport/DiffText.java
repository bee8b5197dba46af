package vn.ruralmap.dataimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.diff.FeatureDiff.AttributeChange;
import vn.ruralmap.dataimport.diff.FeatureDiff.BorderChange;
import vn.ruralmap.dataimport.diff.FeatureDiff.Kind;
import vn.ruralmap.dataimport.diff.FeatureDiff.Successor;
import vn.ruralmap.dataimport.diff.ImportDiff;
import vn.ruralmap.layers.model.LocalizedText;

/** What an import changes, in lines for people. */
final class DiffText {

    /** So many of each kind fit a terminal. */
    static final long SCREENFUL = 5;

    private final @Nullable ImportDiff diff;
    private final String language;
    private final long limit;

    /** @param limit lists so many of each kind and counts the rest */
    DiffText(ImportResult result, String language, long limit) {
        this.diff = result.diff();
        this.language = language;
        this.limit = limit;
    }

    /** Each line begins with a line break; rows that change nothing are only in files. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Kind kind : List.of(Kind.ADDED, Kind.CHANGED, Kind.ENDED, Kind.REFUSED)) {
            list(kind, line -> text.append('\n').append(line));
        }
        return text.toString();
    }

    void list(Kind kind, Consumer<String> lines) {
        long count = diff == null ? 0 : diff.count(kind);
        if (diff == null || count == 0) {
            return;
        }
        lines.accept(title(kind).in(language) + " (" + count + "):");
        diff.stream(kind).limit(limit).map(this::line).forEach(lines);
        if (count > limit) {
            lines.accept("  " + in("và " + (count - limit) + " đối tượng khác", "and " + (count - limit) + " more")
                    + " ...");
        }
    }

    private static LocalizedText title(Kind kind) {
        return switch (kind) {
            case ADDED -> new LocalizedText("Thêm", "Added");
            case CHANGED -> new LocalizedText("Sửa", "Changed");
            case ENDED -> new LocalizedText("Hết hiệu lực", "Ended");
            case UNCHANGED -> new LocalizedText("Không đổi", "Unchanged");
            case REFUSED -> new LocalizedText("Từ chối", "Refused");
        };
    }

    private String line(FeatureDiff feature) {
        List<String> parts = new ArrayList<>();
        String name = feature.name();
        if (feature.row() > 0) {
            String row = in("dòng ", "row ") + feature.row();
            if (name.isEmpty()) {
                name = row;
            } else {
                parts.add(row);
            }
        }
        if (feature.kind() == Kind.CHANGED) {
            feature.attributes().stream().map(AttributeChange::toString).forEach(parts::add);
        }
        if (feature.border() != null) {
            border(feature.border(), parts);
        }
        if (feature.ending() != null) {
            parts.add(in("hết hiệu lực từ ", "ends on ") + feature.ending().since());
            if (!feature.ending().successors().isEmpty()) {
                parts.add(in("kế tục: ", "succeeded by: ")
                        + feature.ending().successors().stream()
                                .map(Successor::toString)
                                .collect(Collectors.joining(", ")));
            }
        }
        if (feature.kind() == Kind.REFUSED) {
            parts.addAll(feature.issues());
        }
        return "  " + name + ": " + String.join("; ", parts);
    }

    private void border(BorderChange border, List<String> parts) {
        if (border.movedMetres() != null) {
            parts.add(in("ranh giới dời xa nhất ", "border moves at most ") + number(border.movedMetres(), 2) + " m");
        }
        if (border.beforeHectares() != null && border.afterHectares() != null) {
            parts.add(number(border.beforeHectares(), 2) + " → " + number(border.afterHectares(), 2) + " ha");
        } else if (border.afterHectares() != null) {
            parts.add(number(border.afterHectares(), 2) + " ha");
        }
        if (border.differenceHectares() != null) {
            parts.add(in("phần khác nhau ", "differing land ") + number(border.differenceHectares(), 4) + " ha");
        }
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private String in(String vi, String en) {
        return new LocalizedText(vi, en).in(language);
    }
}
