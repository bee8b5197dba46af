package vn.ruralmap.dataimport.load;

import java.io.IOException;
import java.time.LocalDate;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Validity;

/** How a row waits on disk. For one program run only, so there is no version in it. */
public final class RowForm implements DiskList.Form<ImportRow> {

    private static final int DATED = 1;
    private static final int ENDS = 2;
    private static final int HAS_DECISION = 4;
    private static final int HAS_GEOMETRY = 8;

    @Override
    public void write(ImportRow row, DiskOutput out) {
        Change.Content content = row.content();
        LocalDate to = content.validity().to();
        String decision = content.decision();
        Geometry geometry = content.geometry();
        out.writeLong(row.row());
        out.writeByte((row.dated() ? DATED : 0)
                | (to == null ? 0 : ENDS)
                | (decision == null ? 0 : HAS_DECISION)
                | (geometry == null ? 0 : HAS_GEOMETRY));
        out.writeLong(content.validity().from().toEpochDay());
        if (to != null) {
            out.writeLong(to.toEpochDay());
        }
        if (decision != null) {
            out.writeText(decision);
        }
        if (geometry != null) {
            out.writeGeometry(geometry);
        }
        out.writeValues(content.values());
    }

    @Override
    public ImportRow read(DiskInput in) throws IOException {
        long row = in.readLong();
        int flags = in.readByte();
        LocalDate from = in.readDay();
        LocalDate to = (flags & ENDS) == 0 ? null : in.readDay();
        String decision = (flags & HAS_DECISION) == 0 ? null : in.readText();
        Geometry geometry = (flags & HAS_GEOMETRY) == 0 ? null : in.readGeometry();
        return new ImportRow(
                row,
                new Change.Content(new Validity(from, to), decision, in.readValues(), geometry),
                (flags & DATED) != 0);
    }
}
