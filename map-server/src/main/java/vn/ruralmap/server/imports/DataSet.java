package vn.ruralmap.server.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.read.DataSets;

/**
 * Something among the uploaded files that can be imported by itself.
 *
 * @param file which of the uploaded files
 * @param member table or file within; null: the whole, or nobody has looked into it yet
 */
record DataSet(String file, @Nullable String member) {

    /** More choices than that are none. */
    private static final int MOST = 200;

    /**
     * Those there are.
     *
     * @param known what is within a file, only reading it tells: it stays known
     */
    static List<DataSet> list(Path folder, List<DataSet> known) throws IOException {
        List<DataSet> all = new ArrayList<>();
        for (Path path : DataSets.list(folder)) {
            String file = String.valueOf(path.getFileName());
            List<DataSet> within = within(file, known);
            all.addAll(within.isEmpty() ? List.of(new DataSet(file, null)) : within);
        }
        return capped(all);
    }

    private static List<DataSet> within(String file, List<DataSet> known) {
        return known.stream()
                .filter(each -> each.file().equals(file) && each.member() != null)
                .toList();
    }

    /** The same, where a file turned out to hold several. @param members may be empty: nothing new */
    static List<DataSet> lookedInto(List<DataSet> known, String file, List<String> members) {
        if (members.isEmpty()) {
            return known;
        }
        List<DataSet> all = new ArrayList<>();
        members.forEach(member -> all.add(new DataSet(file, member)));
        int at = 0;
        for (DataSet each : known) {
            if (!each.file().equals(file)) {
                all.add(each.file().compareTo(file) < 0 ? at++ : all.size(), each);
            }
        }
        return capped(all);
    }

    private static List<DataSet> capped(List<DataSet> all) {
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }
}
