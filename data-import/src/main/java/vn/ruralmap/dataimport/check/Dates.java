package vn.ruralmap.dataimport.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.layers.spelling.Folding;

/**
 * Dates as ISO 8601 and dBASE write them, or day before month as Vietnam does, in figures or in words.
 *
 * <p>A year of two figures and the day number of a spreadsheet are read too, but said to be a guess. A month without a day
 * is no date.
 */
final class Dates {

    private static final String TIME = "(?:[T ]\\d{1,2}:\\d{2}.*)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})" + TIME);
    private static final Pattern DAY_WORD = Pattern.compile("(?iu)^ng[àa]y ?:? ?(?=\\d)");
    /** Folded: ngày 5 tháng 7 năm 2025. */
    private static final Pattern WORDS = Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) nam (\\d{4})");
    /** Days since 30/12/1899, as spreadsheets count: 1/1/1955 to 31/12/2099. */
    private static final Pattern SERIAL = Pattern.compile("([2-6]\\d{4}|7[0-2]\\d{3})(?:\\.\\d+)?");

    private static final int FIRST_SERIAL = 20090;
    /** Years up to 49 are of this century. */
    private static final int CENTURY = 50;

    private Dates() {}

    /** A date. @param guessed true: it could have been meant otherwise */
    record Reading(LocalDate date, boolean guessed) {}

    static Optional<Reading> parse(String written) {
        String text = DAY_WORD.matcher(written).replaceFirst("");
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || text.matches("\\d{8}.*"))) {
            return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4), false);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1), false);
        }
        Matcher words = WORDS.matcher(Folding.words(text));
        if (words.matches()) {
            return date(words.group(3), words.group(2), words.group(1), false);
        }
        Matcher serial = SERIAL.matcher(text);
        if (serial.matches() && Integer.parseInt(serial.group(1)) >= FIRST_SERIAL) {
            return Optional.of(
                    new Reading(LocalDate.of(1899, 12, 30).plusDays(Integer.parseInt(serial.group(1))), true));
        }
        return Optional.empty();
    }

    private static Optional<Reading> date(String year, String month, String day, boolean guessed) {
        if (year.length() == 2) {
            return date((Integer.parseInt(year) < CENTURY ? "20" : "19") + year, month, day, true);
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            // 00010101 and 99991231 are how databases write "none"
            return date.getYear() < 1800 || date.getYear() > 2200
                    ? Optional.empty()
                    : Optional.of(new Reading(date, guessed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
