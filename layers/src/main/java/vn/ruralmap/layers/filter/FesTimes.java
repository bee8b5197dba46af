package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads {@code gml:TimeInstant} and {@code gml:TimePeriod} (OGC 07-036 §14.2.2). */
final class FesTimes {

    private FesTimes() {}

    static boolean isTime(FesElement element) {
        return element.name().equals("TimeInstant") || element.name().equals("TimePeriod");
    }

    static TimeSpan read(FesElement element) {
        if (element.name().equals("TimeInstant")) {
            return position(element.get("timePosition"))
                    .orElseThrow(() -> element.refuse(
                            Fault.INVALID_VALUE, "thời điểm phải xác định", "the instant must be known"));
        }
        List<FesElement> ends = element.children().stream()
                .filter(child ->
                        child.name().startsWith("begin") || child.name().startsWith("end"))
                .toList();
        if (ends.size() != 2) {
            throw element.malformed(
                    "cần beginPosition và endPosition, hoặc begin và end",
                    "needs beginPosition and endPosition, or begin and end");
        }
        TimeSpan period = new TimeSpan(
                end(ends.get(0)).map(TimeSpan::start).orElse(null),
                end(ends.get(1)).map(TimeSpan::end).orElse(null));
        if (!period.isOrdered()) {
            throw element.refuse(
                    Fault.INVALID_VALUE, "khoảng kết thúc trước khi bắt đầu", "the period ends before it begins");
        }
        return period;
    }

    private static Optional<TimeSpan> end(FesElement end) {
        return end.children().isEmpty()
                ? position(end)
                : position(end.get("TimeInstant").get("timePosition"));
    }

    /** Empty: not known, that is, without an end on this side. */
    private static Optional<TimeSpan> position(FesElement position) {
        String indeterminate = position.attribute("indeterminatePosition");
        if (indeterminate != null && !indeterminate.equals("now")) {
            return Optional.empty();
        }
        return Optional.of(TimeSpan.parse(position.text())
                .orElseThrow(() -> position.refuse(
                        Fault.INVALID_VALUE,
                        "cần ngày hoặc thời điểm ISO 8601, ví dụ 2025-07-01",
                        "a date or time of ISO 8601 is needed, such as 2025-07-01")));
    }
}
