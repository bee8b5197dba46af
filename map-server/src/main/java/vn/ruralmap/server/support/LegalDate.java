package vn.ruralmap.server.support;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Reads the as-of date of a request. */
public final class LegalDate {

    private LegalDate() {}

    /**
     * @param parameter the name to complain about
     * @param text {@code YYYY-MM-DD}, a date and time (its day counts), {@code YYYY-MM}, {@code YYYY} (first day), or
     *     {@code current}
     * @throws RequestException InvalidParameterValue
     */
    public static LocalDate parse(String parameter, String text, LocalDate today) {
        try {
            if (text.toLowerCase(Locale.ROOT).equals("current")) {
                return today;
            }
            return switch (text.length()) {
                case 4 -> LocalDate.parse(text + "-01-01");
                case 7 -> LocalDate.parse(text + "-01");
                default -> LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
            };
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(
                    parameter, "cần ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2025-07-01", "a date such as 2025-07-01");
        }
    }

    /** The date of the parameter {@code as-of}, else of {@code time}, else today. */
    public static LocalDate of(Parameters parameters, LocalDate today) {
        String name = parameters.find("as-of").isPresent() ? "as-of" : "time";
        return parameters.find(name).map(text -> parse(name, text, today)).orElse(today);
    }
}
