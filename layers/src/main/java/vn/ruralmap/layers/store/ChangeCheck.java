package vn.ruralmap.layers.store;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What every adapter demands of the changes of one draft before it writes them: the layer's schema, whoever wrote them, and
 * no feature twice. Made anew for each draft.
 */
public final class ChangeCheck {

    private final Catalogue catalogue;
    private final Map<String, Set<Long>> touched = new HashMap<>();

    public ChangeCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @return the layer that is changed
     * @throws InvalidChangeException if the change breaks the schema, or its feature was changed already
     */
    public Layer check(Change change) {
        Layer layer = catalogue
                .findLayer(change.layer())
                .orElseThrow(() -> invalid("Không có lớp " + change.layer(), "There is no layer " + change.layer()));
        if (change instanceof Change.Insert insert) {
            check(layer, layer.name(), insert.content());
        } else if (change instanceof Change.Update update) {
            once(layer, update.fid());
            check(layer, layer.name() + "." + update.fid(), update.content());
        } else if (change instanceof Change.Restore restore) {
            once(layer, restore.fid());
            check(layer, layer.name() + "." + restore.fid(), restore.content());
        } else if (change instanceof Change.Delete delete) {
            once(layer, delete.fid());
        }
        return layer;
    }

    private void once(Layer layer, long fid) {
        if (!touched.computeIfAbsent(layer.name(), name -> new HashSet<>()).add(fid)) {
            String id = layer.name() + "." + fid;
            throw invalid(
                    id + " bị thay đổi hai lần trong một lần cập nhật", id + " is changed twice in one changeset");
        }
    }

    private static void check(Layer layer, String id, Change.Content content) {
        demandValues(layer, id, content);
        GeometryCheck.check(layer, id, content.geometry());
    }

    /**
     * All but the geometry of a feature.
     *
     * @param id of the feature, for the text of the refusal
     * @throws InvalidChangeException if it breaks the schema
     */
    public static void demandValues(Layer layer, String id, Change.Content content) {
        List<Attribute> attributes = layer.attributes();
        if (content.values().size() != attributes.size()) {
            throw invalid(
                    id + ": cần " + attributes.size() + " giá trị, có "
                            + content.values().size(),
                    id + ": needs " + attributes.size() + " values, has "
                            + content.values().size());
        }
        for (int i = 0; i < attributes.size(); i++) {
            checkValue(id, attributes.get(i), content.values().get(i));
        }
        checkText(id, "decision", content.decision());
        checkDate(id, content.validity().from());
        checkDate(id, content.validity().to());
    }

    /** Stores compare dates as text of four-digit years. */
    private static void checkDate(String id, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > 9999)) {
            throw invalid(
                    id + ": ngày " + date + " nằm ngoài các năm 1 đến 9999",
                    id + ": the date " + date + " is outside the years 1 to 9999");
        }
    }

    /** XML 1.0 §2.2 has no way to write control characters or half a surrogate pair, and every format is to carry it. */
    private static void checkText(String id, String attribute, @Nullable String text) {
        boolean fits = text == null
                || text.codePoints()
                        .allMatch(c -> c >= 0x20
                                        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                                        && c != 0xFFFE
                                        && c != 0xFFFF
                                || c == '\t'
                                || c == '\n'
                                || c == '\r');
        if (!fits) {
            throw invalid(
                    id + ": '" + attribute + "' chứa ký tự không phải văn bản (ký tự điều khiển hoặc nửa ký tự)",
                    id + ": '" + attribute + "' holds a character that is no text (a control character or half a one)");
        }
    }

    private static void checkValue(String id, Attribute attribute, @Nullable Object value) {
        if (value == null) {
            if (attribute.isRequired()) {
                throw invalid(
                        id + ": thiếu giá trị bắt buộc '" + attribute.name() + "'",
                        id + ": the required value '" + attribute.name() + "' is missing");
            }
            return;
        }
        boolean fits = attribute.type().valueClass().isInstance(value)
                && !(value instanceof Double number && !Double.isFinite(number));
        if (!fits) {
            throw invalid(
                    id + ": '" + attribute.name() + "' không nhận giá trị kiểu này",
                    id + ": '" + attribute.name() + "' does not take a "
                            + value.getClass().getSimpleName());
        }
        if (value instanceof String text) {
            checkText(id, attribute.name(), text);
        } else if (value instanceof LocalDate date) {
            checkDate(id, date);
        }
        if (attribute.type() == AttributeType.CODE
                && attribute.findCode((String) value).isEmpty()) {
            throw invalid(
                    id + ": '" + value + "' không có trong danh mục của '" + attribute.name() + "'",
                    id + ": '" + value + "' is not in the code list of '" + attribute.name() + "'");
        }
    }

    static InvalidChangeException invalid(String vi, String en) {
        return new InvalidChangeException(new LocalizedText(vi, en));
    }
}
