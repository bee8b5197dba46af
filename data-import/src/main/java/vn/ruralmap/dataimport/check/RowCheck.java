package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;

/** Checks the values of rows, one after the other. Not for use by several threads at once. */
public final class RowCheck {

    private static final Attribute VALID_FROM = ValueReader.common(FieldMatching.VALID_FROM, AttributeType.DATE);
    private static final Attribute VALID_TO = ValueReader.common(FieldMatching.VALID_TO, AttributeType.DATE);
    private static final Attribute DECISION = ValueReader.common(FieldMatching.DECISION, AttributeType.TEXT);

    private final Layer layer;
    private final FieldMapping mapping;
    private final References references;
    private final ValueReader reader;
    private final Given given;
    private final LocalDate today;
    private final NameKinds nameKinds;
    private final CodeMeaning meaning;

    /**
     * What was said for all rows; it goes before what a row says.
     *
     * @param validFrom null: the row's own, else today
     * @param validTo null: the row's own, else none
     * @param decision null: the row's own
     */
    public record Given(
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String decision) {}

    public RowCheck(Layer layer, FieldMapping mapping, References references, Given given, LocalDate today) {
        this.layer = layer;
        this.mapping = mapping;
        this.references = references;
        this.reader = new ValueReader(references);
        this.given = given;
        this.today = today;
        this.nameKinds = new NameKinds(layer);
        this.meaning = new CodeMeaning(layer);
    }

    /** The attributes that rows of this source speak of; of the others an update keeps what is stored. */
    public Set<String> spokenOf() {
        Set<String> names = new TreeSet<>();
        mapping.entries().forEach(entry -> names.add(entry.attribute()));
        if (given.decision() != null) {
            names.add(FieldMatching.DECISION);
        }
        return names;
    }

    /** @param raw one per field of the source */
    public CheckedRow check(long row, List<@Nullable Object> raw) {
        List<Issue> issues = new ArrayList<>();
        LocalDate ownFrom = (LocalDate) common(row, raw, VALID_FROM, issues);
        LocalDate ownTo = (LocalDate) common(row, raw, VALID_TO, issues);
        String ownDecision = (String) common(row, raw, DECISION, issues);
        LocalDate from = choose(row, FieldMatching.VALID_FROM, given.validFrom(), ownFrom, issues);
        LocalDate to = choose(row, FieldMatching.VALID_TO, given.validTo(), ownTo, issues);
        LocalDate start = from == null ? today : from;
        if (to != null && !to.isAfter(start)) {
            issues.add(CheckIssues.periodEmpty(row, start, to));
            to = null;
        }
        @Nullable Object[] values = new Object[layer.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            Attribute attribute = layer.attributes().get(i);
            int before = issues.size();
            values[i] = value(row, raw, attribute, start, issues);
            if (values[i] == null && attribute.isRequired() && !hasError(issues, before)) {
                issues.add(CheckIssues.valueMissing(row, fieldOf(attribute), attribute));
            }
        }
        writeOut(row, values, issues);
        deriveKind(row, values, issues);
        layer.findAttribute("code")
                .flatMap(attribute -> meaning.check(row, fieldOf(attribute), values, start))
                .ifPresent(issues::add);
        for (FieldMapping.Entry name : mapping.beside()) {
            besideReference(row, raw, values, name, start).ifPresent(issues::add);
        }
        return new CheckedRow(
                Arrays.asList(values),
                given.decision() == null ? ownDecision : given.decision(),
                new Validity(start, to),
                from != null,
                issues);
    }

    /** A code that passed on to another unit leads to that one; the name beside it says which was meant. */
    private Optional<Issue> besideReference(
            long row, List<@Nullable Object> raw, @Nullable Object[] values, FieldMapping.Entry name, LocalDate date) {
        int at = layer.indexOf(name.attribute());
        if (!(values[at] instanceof Long fid) || !(raw.get(name.position()) instanceof String text)) {
            return Optional.empty();
        }
        String called = TextCleaning.clean(text);
        Attribute attribute = layer.attributes().get(at);
        return called.isEmpty()
                ? Optional.empty()
                : references
                        .code(attribute, fid)
                        .flatMap(code -> meaning.check(
                                row, name.field(), Objects.requireNonNull(attribute.references()), code, called, date));
    }

    private static boolean hasError(List<Issue> issues, int from) {
        for (int i = from; i < issues.size(); i++) {
            if (issues.get(i).severity() == Issue.Severity.ERROR) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object common(long row, List<@Nullable Object> raw, Attribute attribute, List<Issue> issues) {
        return value(row, raw, attribute, today, issues);
    }

    private @Nullable Object value(
            long row, List<@Nullable Object> raw, Attribute attribute, LocalDate date, List<Issue> issues) {
        return mapping.find(attribute.name())
                .map(entry -> reader.read(
                        new ValueReader.Cell(row, entry.field(), date, issues), raw.get(entry.position()), attribute))
                .orElse(null);
    }

    private static @Nullable LocalDate choose(
            long row, String field, @Nullable LocalDate given, @Nullable LocalDate own, List<Issue> issues) {
        if (given == null) {
            return own;
        }
        if (own != null && !own.equals(given)) {
            issues.add(CheckIssues.dateOverridden(row, field, own, given));
        }
        return given;
    }

    private @Nullable String fieldOf(Attribute attribute) {
        return mapping.find(attribute.name()).map(FieldMapping.Entry::field).orElse(null);
    }

    /** "TT. Kế Sách" is Thị trấn Kế Sách, and no xã. */
    private void writeOut(long row, @Nullable Object[] values, List<Issue> issues) {
        Attribute label = layer.labelAttribute();
        int at = layer.indexOf(label.name());
        int kind = layer.indexOf("kind");
        if (label.type() != AttributeType.TEXT || !(values[at] instanceof String name)) {
            return;
        }
        nameKinds.expand(name).ifPresent(full -> {
            values[at] = full;
            issues.add(CheckIssues.nameExpanded(row, fieldOf(label), name, full));
        });
        if (kind >= 0 && values[kind] instanceof String said) {
            nameKinds
                    .findContradiction(name, said)
                    .ifPresent(inName -> issues.add(CheckIssues.kindContradictsName(row, name, inName, said)));
        }
    }

    /** "Xã Kế Sách" is a xã, if the file has no field for the kind or left it empty. */
    private void deriveKind(long row, @Nullable Object[] values, List<Issue> issues) {
        Optional<Attribute> kind = kindAttribute();
        int label = layer.indexOf(layer.presentation().label());
        if (kind.isEmpty()
                || values[layer.indexOf(kind.get().name())] != null
                || !(values[label] instanceof String name)
                || hasError(issues, 0)) {
            return;
        }
        reader.kindFromName(kind.get(), name).ifPresent(code -> {
            values[layer.indexOf(kind.get().name())] = code;
            issues.add(CheckIssues.kindFromName(row, code, name));
        });
    }

    private Optional<Attribute> kindAttribute() {
        return layer.findAttribute("kind").filter(attribute -> attribute.type() == AttributeType.CODE);
    }
}
