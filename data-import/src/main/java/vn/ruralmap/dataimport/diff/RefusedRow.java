package vn.ruralmap.dataimport.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.load.DiskInput;
import vn.ruralmap.dataimport.load.DiskList;
import vn.ruralmap.dataimport.load.DiskOutput;

/**
 * A row in error.
 *
 * @param row 1-based position in the source
 * @param values as far as they could be read
 * @param issues codes of its errors
 */
public record RefusedRow(long row, List<@Nullable Object> values, List<String> issues) {

    /** How it waits on disk: a file of millions of rows may have as many in error. */
    public static final DiskList.Form<RefusedRow> FORM = new DiskList.Form<>() {
        @Override
        public void write(RefusedRow refused, DiskOutput out) {
            out.writeLong(refused.row());
            out.writeValues(refused.values());
            out.writeInt(refused.issues().size());
            for (String code : refused.issues()) {
                out.writeText(code);
            }
        }

        @Override
        public RefusedRow read(DiskInput in) throws IOException {
            long row = in.readLong();
            List<@Nullable Object> values = in.readValues();
            List<String> issues = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                issues.add(in.readText());
            }
            return new RefusedRow(row, values, issues);
        }
    };
}
