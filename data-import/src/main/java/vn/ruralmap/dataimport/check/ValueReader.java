package vn.ruralmap.dataimport.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.spelling.Folding;

/** Turns the value of a field into the value class of an attribute. */
final class ValueReader {

    private static final Set<String> YES = Set.of("co", "1", "true", "x", "yes", "y", "t", "dung", "roi");
    private static final Set<String> NO = Set.of("khong", "0", "false", "no", "n", "f", "sai", "chua");
    /** Ways to write that there is no value, folded. */
    private static final Set<String> NONE = Set.of("", "null", "na", "nan", "khongco");

    private static final LocalizedText WHOLE = new LocalizedText("số nguyên", "a whole number");
    private static final LocalizedText NUMBER = new LocalizedText("số", "a number");
    private static final LocalizedText DATE = new LocalizedText(
            "đủ ngày, tháng, năm, như 2025-07-01 hoặc 01/07/2025", "a whole date like 2025-07-01 or 01/07/2025");
    private static final LocalizedText YES_NO = new LocalizedText("có hoặc không", "yes or no (có, không)");

    private final References references;
    private final Map<String, CodeList> codeLists = new HashMap<>();

    ValueReader(References references) {
        this.references = references;
    }

    /** Where a value stands. @param date at which references are looked up */
    record Cell(long row, String field, LocalDate date, List<Issue> issues) {}

    /** The value, or null if there is none or it cannot be used; then there is an issue. */
    @Nullable
    Object read(Cell cell, @Nullable Object raw, Attribute attribute) {
        Object value = raw instanceof String text ? clean(cell, text, attribute) : raw;
        if (value == null) {
            return null;
        }
        return switch (attribute.type()) {
            case TEXT -> text(cell, plain(value), attribute);
            case INTEGER -> integer(cell, value, attribute);
            case DECIMAL -> decimal(cell, value, attribute);
            case DATE -> date(cell, value, attribute);
            case BOOLEAN -> bool(cell, value, attribute);
            case CODE -> code(cell, plain(value), attribute);
            case REFERENCE -> reference(cell, plain(value), attribute);
        };
    }

    private static @Nullable String clean(Cell cell, String raw, Attribute attribute) {
        String text = TextCleaning.clean(raw);
        if (text.isEmpty() || attribute.type() != AttributeType.TEXT && NONE.contains(Folding.letters(text))) {
            return null;
        }
        if (!text.equals(raw)) {
            cell.issues().add(CheckIssues.textCleaned(cell.row(), cell.field(), text));
        }
        return text;
    }

    /** A value as people would write it; whole numbers without a decimal point, as codes come from numeric fields. */
    private static String plain(Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
            return exact.toPlainString();
        }
        return value.toString();
    }

    private static String text(Cell cell, String text, Attribute attribute) {
        String full = LeadingZeros.restore(text, attribute);
        if (!full.equals(text)) {
            cell.issues().add(CheckIssues.zerosRestored(cell.row(), cell.field(), text, full));
        }
        if (attribute.pattern() != null && !attribute.pattern().matcher(full).matches()) {
            Optional<String> mended = LookAlikes.mend(full, attribute.pattern());
            if (mended.isPresent()) {
                cell.issues().add(CheckIssues.codeLookAlike(cell.row(), cell.field(), full, mended.get()));
                return mended.get();
            }
            cell.issues().add(CheckIssues.patternMismatch(cell.row(), cell.field(), full, attribute));
        }
        return full;
    }

    private static @Nullable Object integer(Cell cell, Object value, Attribute attribute) {
        if (value instanceof Long) {
            return value;
        }
        Optional<Numbers.Reading> reading = Numbers.whole(plain(value))
                .filter(found -> found.number().abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0);
        if (reading.isEmpty()) {
            return unusable(cell, value, attribute, WHOLE);
        }
        long number = reading.get().number().longValue();
        doubt(cell, value, reading.get().doubt(), number);
        return number;
    }

    private static @Nullable Object decimal(Cell cell, Object value, Attribute attribute) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return value;
        }
        if (value instanceof Long number) {
            return number.doubleValue();
        }
        Optional<Numbers.Reading> reading = Numbers.decimal(plain(value))
                .filter(found -> Double.isFinite(found.number().doubleValue()));
        if (reading.isEmpty()) {
            return unusable(cell, value, attribute, NUMBER);
        }
        double number = reading.get().number().doubleValue();
        // an exponent loses nothing that a double could hold
        doubt(
                cell,
                value,
                reading.get().doubt() == Numbers.Doubt.AMBIGUOUS ? Numbers.Doubt.AMBIGUOUS : Numbers.Doubt.NONE,
                number);
        return number;
    }

    private static void doubt(Cell cell, Object value, Numbers.Doubt doubt, Object number) {
        if (doubt == Numbers.Doubt.AMBIGUOUS) {
            cell.issues().add(CheckIssues.numberAmbiguous(cell.row(), cell.field(), plain(value), number));
        } else if (doubt == Numbers.Doubt.SHORTENED) {
            cell.issues().add(CheckIssues.numberRounded(cell.row(), cell.field(), plain(value), number));
        }
    }

    private static @Nullable Object date(Cell cell, Object value, Attribute attribute) {
        if (value instanceof LocalDate) {
            return value;
        }
        Optional<Dates.Reading> reading = Dates.parse(plain(value));
        if (reading.isEmpty()) {
            return unusable(cell, value, attribute, DATE);
        }
        if (reading.get().guessed()) {
            cell.issues()
                    .add(CheckIssues.dateGuessed(
                            cell.row(),
                            cell.field(),
                            plain(value),
                            reading.get().date()));
        }
        return reading.get().date();
    }

    private static @Nullable Object bool(Cell cell, Object value, Attribute attribute) {
        if (value instanceof Boolean) {
            return value;
        }
        String folded = Folding.letters(plain(value).toLowerCase(Locale.ROOT));
        if (YES.contains(folded)) {
            return true;
        }
        return NO.contains(folded) ? (Object) false : unusable(cell, value, attribute, YES_NO);
    }

    private @Nullable Object code(Cell cell, String text, Attribute attribute) {
        Optional<String> code = codeList(attribute).find(text);
        if (code.isPresent()) {
            return code.get();
        }
        Optional<String> near = codeList(attribute).findNear(text);
        if (near.isPresent()) {
            cell.issues().add(CheckIssues.codeUnderstood(cell.row(), cell.field(), text, near.get()));
            return near.get();
        }
        cell.issues().add(CheckIssues.codeUnknown(cell.row(), cell.field(), text, attribute));
        return null;
    }

    private @Nullable Object reference(Cell cell, String text, Attribute attribute) {
        References.Found found = references.find(cell.row(), cell.field(), text, attribute, cell.date());
        cell.issues().addAll(found.issues());
        return found.fid();
    }

    private static @Nullable Object unusable(Cell cell, Object value, Attribute attribute, LocalizedText expected) {
        cell.issues().add(CheckIssues.valueUnusable(cell.row(), cell.field(), plain(value), attribute, expected));
        return null;
    }

    /** The kind that a name starts with. */
    Optional<String> kindFromName(Attribute kind, String name) {
        return codeList(kind).findByStartOf(name);
    }

    private CodeList codeList(Attribute attribute) {
        return codeLists.computeIfAbsent(attribute.name(), name -> new CodeList(attribute));
    }

    /** A common attribute, which no layer declares, read as if it did. */
    static Attribute common(String name, AttributeType type) {
        List<CodeEntry> codes = List.of();
        return new Attribute(name, type, LocalizedText.same(name), Set.of(), null, codes, null, List.of());
    }
}
