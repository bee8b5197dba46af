package vn.ruralmap.layers.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ruralmap.layers.store.StoreIssue;
import vn.ruralmap.layers.store.StoreIssueCode;

/** Counts issues and keeps the first of each code: a broken store may have millions. */
final class Findings implements Consumer<StoreIssue> {

    /** Of each code. */
    private static final int EXAMPLES = 20;

    private final Map<StoreIssueCode, List<StoreIssue>> examples = new EnumMap<>(StoreIssueCode.class);
    private final Map<StoreIssueCode, Long> counts = new EnumMap<>(StoreIssueCode.class);

    @Override
    public void accept(StoreIssue issue) {
        counts.merge(issue.code(), 1L, Long::sum);
        List<StoreIssue> kept = examples.computeIfAbsent(issue.code(), code -> new ArrayList<>());
        if (kept.size() < EXAMPLES) {
            kept.add(issue);
        }
    }

    List<CheckReport.Finding> list() {
        return counts.entrySet().stream()
                .map(entry -> new CheckReport.Finding(
                        entry.getKey(), entry.getValue(), examples.getOrDefault(entry.getKey(), List.of())))
                .sorted(Comparator.comparing(
                        finding -> -finding.code().severity().ordinal()))
                .toList();
    }
}
