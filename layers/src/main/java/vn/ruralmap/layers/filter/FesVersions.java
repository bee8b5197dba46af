package vn.ruralmap.layers.filter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Which version of a feature {@code fes:ResourceId} means (OGC 09-026r2 §7.11.2). */
final class FesVersions {

    private FesVersions() {}

    /** A snapshot has one version of each feature at a date, so older and newer ones are asked for by the date of the request. */
    static ResourceId restrict(ResourceId id, FesElement element) {
        Integer version = null;
        TimeSpan period = period(element);
        String asked = element.attribute("version");
        if (asked != null) {
            Optional<TimeSpan> instant = TimeSpan.parseInstant(asked.strip()).map(TimeSpan::at);
            if (instant.isPresent()) {
                period = instant.get();
            } else if (asked.matches("\\s*\\d{1,9}\\s*")) {
                version = Integer.valueOf(asked.strip());
            } else if (asked.equals("FIRST")) {
                version = 1;
            } else if (!asked.equals("LAST") && !asked.equals("ALL")) {
                throw element.refuse(
                        Fault.UNSUPPORTED,
                        "version là số, ngày, FIRST, LAST hoặc ALL; phiên bản khác lấy bằng ngày của yêu cầu",
                        "version is a number, a date, FIRST, LAST or ALL; ask for others by the date of the request");
            }
        }
        return new ResourceId(id.layer(), id.fid(), version, period);
    }

    private static @Nullable TimeSpan period(FesElement element) {
        String start = element.attribute("startDate");
        String end = element.attribute("endDate");
        if (start == null && end == null) {
            return null;
        }
        TimeSpan period = new TimeSpan(
                start == null ? null : instant(element, start).start(),
                end == null ? null : instant(element, end).end());
        if (!period.isOrdered()) {
            throw element.refuse(Fault.INVALID_VALUE, "startDate nằm sau endDate", "startDate lies after endDate");
        }
        return period;
    }

    private static TimeSpan instant(FesElement element, String text) {
        return TimeSpan.parseInstant(text.strip())
                .map(TimeSpan::at)
                .orElseThrow(() -> element.refuse(
                        Fault.INVALID_VALUE,
                        "startDate và endDate là ngày, ví dụ 2025-07-01",
                        "startDate and endDate are dates, such as 2025-07-01"));
    }
}
