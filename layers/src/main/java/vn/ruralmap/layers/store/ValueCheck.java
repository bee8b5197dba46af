package vn.ruralmap.layers.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/** What breaks the schema in all but the geometry of a feature: everything, where {@link ChangeCheck} throws the first. */
public final class ValueCheck {

    private final List<Finding> findings = new ArrayList<>();

    /**
     * One thing that is wrong.
     *
     * @param code as imports call it
     * @param field an attribute, or {@code decision}, {@code valid_from}, {@code valid_to}
     * @param text what is wrong, without the feature
     */
    public record Finding(String code, String field, LocalizedText text) {}

    private ValueCheck() {}

    /** @param content with one value per attribute of the layer */
    public static List<Finding> inspect(Layer layer, Change.Content content) {
        ValueCheck check = new ValueCheck();
        List<Attribute> attributes = layer.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            check.value(attributes.get(i), content.values().get(i));
        }
        check.text("decision", content.decision());
        check.date("valid_from", content.validity().from());
        check.date("valid_to", content.validity().to());
        return check.findings;
    }

    private void value(Attribute attribute, @Nullable Object value) {
        String name = attribute.name();
        if (value == null) {
            if (attribute.isRequired()) {
                add(
                        "VALUE_MISSING",
                        name,
                        "thiếu giá trị bắt buộc '" + name + "'",
                        "the required value '" + name + "' is missing");
            }
            return;
        }
        if (!attribute.type().valueClass().isInstance(value)
                || value instanceof Double number && !Double.isFinite(number)) {
            add(
                    "VALUE_WRONG_TYPE",
                    name,
                    "'" + name + "' không nhận giá trị kiểu này",
                    "'" + name + "' does not take a " + value.getClass().getSimpleName());
        } else if (value instanceof String text) {
            text(name, text);
            if (attribute.type() == AttributeType.CODE
                    && attribute.findCode(text).isEmpty()) {
                String codes = String.join(
                        ", ", attribute.codes().stream().map(CodeEntry::code).toList());
                add(
                        "CODE_UNKNOWN",
                        name,
                        "giá trị không có trong danh mục của '" + name + "'; có: " + codes,
                        "the value is not in the code list of '" + name + "'; there are: " + codes);
            }
        } else if (value instanceof LocalDate date) {
            date(name, date);
        }
    }

    /** Stores compare dates as text of four-digit years. */
    private void date(String field, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            add(
                    "DATE_OUT_OF_RANGE",
                    field,
                    "ngày " + date + " nằm ngoài các năm 1 đến 9999",
                    "the date " + date + " is outside the years 1 to 9999");
        }
    }

    /** XML 1.0 §2.2 has no way to write control characters or half a surrogate pair, and every format is to carry it. */
    private void text(String field, @Nullable String text) {
        boolean fits = text == null || isXmlText(text);
        if (!fits) {
            add(
                    "TEXT_NOT_TEXT",
                    field,
                    "'" + field + "' chứa ký tự không phải văn bản (ký tự điều khiển hoặc nửa ký tự)",
                    "'" + field + "' holds a character that is no text (a control character or half a one)");
        }
    }

    /** A loop, since an import asks of every text. */
    private static boolean isXmlText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits;
            if (Character.isHighSurrogate(c)) {
                fits = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(++i));
            } else if (c < 0x20) {
                fits = c == '\t' || c == '\n' || c == '\r';
            } else {
                fits = !Character.isLowSurrogate(c) && c != 0xFFFE && c != 0xFFFF;
            }
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private void add(String code, String field, String vi, String en) {
        findings.add(new Finding(code, field, new LocalizedText(vi, en)));
    }
}
