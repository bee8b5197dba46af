package vn.ruralmap.server.ogcapi.features;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.RequestException;

/**
 * The parameter {@code datetime} (OGC 17-069r4 §7.15.4): a day, or a period open or closed on either side.
 *
 * @param from first day; null: since ever
 * @param to last day; null: for ever
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** @throws RequestException status 400 */
    static Period parse(String text, LocalDate today) {
        String[] ends = text.split("/", -1);
        if (ends.length == 1) {
            LocalDate day = LegalDate.parse("datetime", text, today);
            return new Period(day, day);
        }
        if (ends.length != 2) {
            throw malformed();
        }
        LocalDate from = end(ends[0], today);
        LocalDate to = end(ends[1], today);
        if (from != null && to != null && to.isBefore(from)) {
            throw malformed();
        }
        return new Period(from, to);
    }

    private static @Nullable LocalDate end(String text, LocalDate today) {
        return text.isEmpty() || text.equals("..") ? null : LegalDate.parse("datetime", text, today);
    }

    private static RequestException malformed() {
        return RequestException.invalid(
                "datetime",
                "cần một ngày hoặc một khoảng, ví dụ 2025-01-01/2025-06-30 hoặc 2025-07-01/..",
                "a day or a period, such as 2025-01-01/2025-06-30 or 2025-07-01/..");
    }

    /** The layer with all that was in force on some day of the period. */
    LayerView view(Snapshot snapshot, String layer) {
        return snapshot.view(layer, from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
    }

    boolean meets(Feature feature) {
        Validity validity = feature.validity();
        return (to == null || !validity.from().isAfter(to))
                && (from == null || validity.to() == null || validity.to().isAfter(from));
    }
}
