package vn.ruralmap.server.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.store.ValueCheck;

/** Makes what a feature is to be from a draft and from what it is. */
final class ContentReader {

    private final Snapshot snapshot;
    private final LocalDate today;
    private final EditIssues issues;
    private final ValueReader values;
    private final ShapeReader shapes;

    ContentReader(Snapshot snapshot, LocalDate today, EditIssues issues) {
        this.snapshot = snapshot;
        this.today = today;
        this.issues = issues;
        this.values = new ValueReader(issues);
        this.shapes = new ShapeReader(issues);
    }

    /**
     * What a draft is laid over.
     *
     * @param content of the feature as it is; null: there is none
     * @param fid as services show it; 0: there is none
     * @param keepsAll true: what the draft does not name stays; false: only private properties do
     */
    record Base(Change.@Nullable Content content, long fid, boolean keepsAll) {
        static final Base NONE = new Base(null, 0, false);
    }

    /** Texts, dates and values in the making. */
    private static final class Made {
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private @Nullable String decision;
        private final List<@Nullable Object> values = new ArrayList<>();
    }

    /** Empty: there are issues. */
    Optional<Change.Content> read(int row, Layer layer, Draft draft, Base base) {
        int before = issues.list().size();
        Made made = start(layer, base);
        draft.properties().forEach((name, given) -> set(row, layer, base, made, name, given));
        references(row, layer, draft, base, made);
        Validity validity = validity(row, made);
        Geometry geometry = geometry(row, layer, draft, base);
        if (validity == null) {
            return Optional.empty();
        }
        Change.Content content = new Change.Content(validity, made.decision, made.values, geometry);
        for (ValueCheck.Finding finding : ValueCheck.inspect(layer, content)) {
            // what could not be read is told already, and is not missing as well
            boolean isKnown = issues.list().subList(before, issues.list().size()).stream()
                    .anyMatch(issue -> finding.field().equals(issue.field()));
            if (!isKnown) {
                issues.value(row, finding.code(), finding.field(), finding.text());
            }
        }
        return issues.list().size() == before ? Optional.of(content) : Optional.empty();
    }

    private static Made start(Layer layer, Base base) {
        Made made = new Made();
        Change.Content old = base.content();
        for (int i = 0; i < layer.attributes().size(); i++) {
            boolean stays = base.keepsAll() || layer.attributes().get(i).isPrivate();
            made.values.add(old != null && stays ? old.values().get(i) : null);
        }
        if (old != null) {
            made.from = old.validity().from();
            if (base.keepsAll()) {
                made.to = old.validity().to();
                made.decision = old.decision();
            }
        }
        return made;
    }

    private void set(int row, Layer layer, Base base, Made made, String name, @Nullable Object given) {
        Optional<Property> found = property(layer, name);
        if (found.isEmpty()) {
            unknown(row, layer, base, name, given);
            return;
        }
        Property property = found.get();
        switch (property.origin()) {
            case FID -> demandOwn(row, base, given);
            case VERSION, REFERENCED_KEY, REFERENCED_LABEL -> {
                // the version says what was seen; codes and names of others are looked at when the references are there
            }
            case VALID_FROM -> {
                LocalDate from = (LocalDate) values.read(row, name, AttributeType.DATE, given);
                made.from = from == null ? made.from : from;
            }
            case VALID_TO -> made.to = (LocalDate) values.read(row, name, AttributeType.DATE, given);
            case DECISION -> made.decision = (String) values.read(row, name, AttributeType.TEXT, given);
            case ATTRIBUTE -> made.values.set(layer.indexOf(name), values.read(row, name, property.type(), given));
        }
    }

    private Optional<Property> property(Layer layer, String name) {
        return Property.list(layer, snapshot::layer).stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    private void unknown(int row, Layer layer, Base base, String name, @Nullable Object given) {
        if (name.equals("id")) {
            // QGIS adds the feature's id as a property
            demandOwn(row, base, given);
            return;
        }
        issues.value(
                row,
                "PROPERTY_UNKNOWN",
                name.matches("[A-Za-z_][A-Za-z0-9_:.-]{0,59}") ? name : null,
                "lớp " + layer.name() + " không có thuộc tính này; danh sách ở /ogc/collections/" + layer.name()
                        + "/schema",
                "the layer " + layer.name() + " has no such property; /ogc/collections/" + layer.name()
                        + "/schema lists them");
    }

    private void demandOwn(int row, Base base, @Nullable Object given) {
        if (base.fid() > 0 && given != null && !given.toString().strip().equals(Long.toString(base.fid()))) {
            issues.value(
                    row,
                    "FID_FIXED",
                    "fid",
                    "fid của đối tượng không đổi được",
                    "the fid of a feature cannot be changed");
        }
    }

    /** The code of what a reference points to may be written instead of its fid. */
    private void references(int row, Layer layer, Draft draft, Base base, Made made) {
        for (Property property : Property.list(layer, snapshot::layer)) {
            boolean isOfReference = property.origin() == Property.Origin.REFERENCED_KEY
                    || property.origin() == Property.Origin.REFERENCED_LABEL;
            if (isOfReference && draft.properties().containsKey(property.name())) {
                reference(row, layer, draft, base, made, property);
            }
        }
    }

    /**
     * Clients that send all they have, whatever was edited, send an old code and name beside a new reference, or an old reference
     * beside a new code: what differs from before is what was meant.
     */
    private void reference(int row, Layer layer, Draft draft, Base base, Made made, Property property) {
        Attribute attribute = Objects.requireNonNull(property.attribute());
        int index = layer.indexOf(attribute.name());
        Change.Content content = base.content();
        Object old = content == null ? null : content.values().get(index);
        Object given = draft.properties().get(property.name());
        String text = given == null ? "" : given.toString().strip();
        if (text.equals(text(property, made.values.get(index)))) {
            return;
        }
        boolean isKey = property.origin() == Property.Origin.REFERENCED_KEY;
        boolean isEdited =
                draft.properties().containsKey(attribute.name()) && !Objects.equals(old, made.values.get(index));
        if (isEdited) {
            if (isKey && !text.isEmpty() && !text.equals(text(property, old))) {
                issues.value(
                        row,
                        "REFERENCE_CONTRADICTORY",
                        property.name(),
                        "'" + property.name() + "' không phải mã của '" + attribute.name() + "'; chỉ gửi một trong hai",
                        "'" + property.name() + "' is not the code of '" + attribute.name()
                                + "'; send only one of them");
            }
        } else if (isKey) {
            made.values.set(index, text.isEmpty() ? null : find(row, property, text, made));
        } else if (!text.equals(text(property, old))) {
            issues.value(
                    row,
                    "READ_ONLY",
                    property.name(),
                    "'" + property.name() + "' là tên của đối tượng được tham chiếu; hãy sửa '" + attribute.name()
                            + "'",
                    "'" + property.name() + "' is the name of what is referred to; edit '" + attribute.name() + "'");
        }
    }

    private Layer target(Property property) {
        return snapshot.layer(Objects.requireNonNull(
                Objects.requireNonNull(property.attribute()).references()));
    }

    /** The code or name of the feature that a reference points to; empty: there is none. */
    private String text(Property property, @Nullable Object reference) {
        Layer target = target(property);
        String member = Objects.requireNonNull(property.referenced()).name();
        return Optional.ofNullable((Long) reference)
                .flatMap(fid -> snapshot.find(target.name(), fid))
                .map(feature -> feature.text(target, member))
                .orElse("");
    }

    private @Nullable Long find(int row, Property property, String code, Made made) {
        Layer target = target(property);
        String member = Objects.requireNonNull(property.referenced()).name();
        LocalDate date = made.from == null ? today : made.from;
        List<Feature> found = snapshot.rows(target.name()).stream()
                .filter(feature -> feature.validity().contains(date) && code.equals(feature.text(target, member)))
                .limit(2)
                .toList();
        if (found.size() != 1) {
            issues.value(
                    row,
                    found.isEmpty() ? "REFERENCE_UNKNOWN" : "REFERENCE_AMBIGUOUS",
                    property.name(),
                    (found.isEmpty() ? "không có" : "có nhiều") + " đối tượng của lớp " + target.name()
                            + " mang mã này vào ngày " + date,
                    (found.isEmpty() ? "no feature" : "several features") + " of the layer " + target.name()
                            + " had this code on " + date);
            return null;
        }
        return found.get(0).fid();
    }

    private @Nullable Validity validity(int row, Made made) {
        LocalDate from = made.from == null ? today : made.from;
        try {
            return new Validity(from, made.to);
        } catch (IllegalArgumentException e) {
            issues.value(
                    row,
                    "VALIDITY_EMPTY",
                    "valid_to",
                    "'valid_to' phải sau 'valid_from'",
                    "'valid_to' must be after 'valid_from'");
            return null;
        }
    }

    private @Nullable Geometry geometry(int row, Layer layer, Draft draft, Base base) {
        if (layer.isDerived()) {
            if (base.keepsAll() && draft.hasGeometry()) {
                issues.shape(
                        row,
                        "GEOMETRY_DERIVED",
                        null,
                        "lớp " + layer.name() + " không có hình riêng; hãy sửa hình ở lớp nguồn",
                        "the layer " + layer.name()
                                + " has no shapes of its own; edit them on the layer they come from");
            }
            return null;
        }
        Change.Content old = base.content();
        return !draft.hasGeometry() && base.keepsAll() && old != null
                ? old.geometry()
                : shapes.read(row, layer, draft.geometry());
    }
}
