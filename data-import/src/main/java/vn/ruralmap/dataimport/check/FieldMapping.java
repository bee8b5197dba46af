package vn.ruralmap.dataimport.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Which field of a source is which attribute of a layer.
 *
 * <p>What was asked for wins, then the attribute's own name, then its aliases, compared without case, diacritics, spaces,
 * underscores and hyphens; last, names that a shapefile cut to ten bytes.
 *
 * @param entries one per attribute that has a field, among them valid_from, valid_to and decision
 * @param beside fields that are no attribute but name the unit to which a reference leads, one per reference at most
 * @param issues fields that were left out, and required attributes without a field
 */
public record FieldMapping(List<Entry> entries, List<Entry> beside, List<Issue> issues) {

    public FieldMapping {
        entries = List.copyOf(entries);
        beside = List.copyOf(beside);
        issues = List.copyOf(issues);
    }

    /**
     * One field that is an attribute.
     *
     * @param position of the field in the values of a row
     * @param field its name
     * @param attribute or {@code valid_from}, {@code valid_to}, {@code decision}
     * @param reason why
     */
    public record Entry(int position, String field, String attribute, Reason reason) {}

    /** Why a field was taken for an attribute, the strongest reason first. */
    public enum Reason {
        ASKED("do người nhập chỉ định", "asked for"),
        NAME("trùng tên", "same name"),
        ALIAS("tên gọi khác đã khai báo", "declared alias"),
        CUT("tên bị cắt còn 10 byte", "name cut to ten bytes");

        private final LocalizedText text;

        Reason(String vi, String en) {
            this.text = new LocalizedText(vi, en);
        }

        public LocalizedText text() {
            return text;
        }
    }

    /**
     * Maps the fields of a source.
     *
     * @param asked field to attribute; an empty attribute leaves the field out
     * @throws InvalidMappingException if {@code asked} names a field or attribute that there is not
     */
    public static FieldMapping of(Layer layer, List<String> fields, Map<String, String> asked)
            throws InvalidMappingException {
        return new FieldMatching(layer, fields).match(asked);
    }

    public Optional<Entry> find(String attribute) {
        for (Entry entry : entries) {
            if (entry.attribute().equals(attribute)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
