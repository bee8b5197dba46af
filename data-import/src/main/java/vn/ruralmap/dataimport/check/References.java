package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.spelling.Folding;

/**
 * Finds the feature that a code or a name means on a date.
 *
 * <p>By the first key attribute of the layer referred to, then by its label if only one in force that day is called so.
 * A code without a date means nothing: most codes of 2025 belonged to another unit before.
 */
public final class References {

    private static final Set<String> UNITS = Set.of("provinces", "districts", "communes");

    private final Catalogue catalogue;
    private final Function<String, List<Feature>> features;
    private final Map<String, Index> indexes = new HashMap<>();

    /** @param features all features of a layer, of every validity */
    public References(Catalogue catalogue, Function<String, List<Feature>> features) {
        this.catalogue = catalogue;
        this.features = features;
    }

    /** Features of a layer by code and by spellings of the name. */
    private record Index(
            Layer layer, Map<String, List<Feature>> byKey, Map<String, List<Feature>> byName, Map<Long, String> keys) {}

    /** What was found. @param fid null: nothing, and the issues say why */
    record Found(@Nullable Long fid, List<Issue> issues) {}

    Found find(long row, String field, String text, Attribute attribute, LocalDate date) {
        Index index = indexes.computeIfAbsent(Objects.requireNonNull(attribute.references()), this::build);
        List<Issue> issues = new ArrayList<>();
        String code = text;
        List<Feature> everKnown = index.byKey().getOrDefault(code, List.of());
        if (everKnown.isEmpty()) {
            Attribute key = keyAttribute(index.layer());
            String padded = key == null ? text : LeadingZeros.restore(text, key);
            if (!padded.equals(text) && index.byKey().containsKey(padded)) {
                issues.add(CheckIssues.zerosRestored(row, field, text, padded));
                code = padded;
                everKnown = index.byKey().getOrDefault(code, List.of());
            }
        }
        if (everKnown.isEmpty()) {
            String mended = LookAlikes.digits(LookAlikes.plain(text));
            if (!mended.equals(text) && index.byKey().containsKey(mended)) {
                issues.add(CheckIssues.codeLookAlike(row, field, text, mended));
                code = mended;
                everKnown = index.byKey().getOrDefault(code, List.of());
            }
        }
        List<Feature> inForce = at(everKnown, date);
        if (inForce.isEmpty()) {
            inForce = at(index.byName().getOrDefault(UnitNames.withoutY(Folding.words(text)), List.of()), date);
        }
        if (inForce.size() == 1) {
            return new Found(inForce.get(0).fid(), issues);
        }
        issues.add(
                inForce.isEmpty()
                        ? CheckIssues.referenceUnknown(
                                row, field, code, index.layer().title(), date, hint(index.layer(), code, everKnown))
                        : CheckIssues.referenceAmbiguous(
                                row, field, code, index.layer().title(), date));
        return new Found(null, issues);
    }

    /** The code of a feature that was found. */
    Optional<String> code(Attribute attribute, long fid) {
        Index index = indexes.get(attribute.references());
        return Optional.ofNullable(index == null ? null : index.keys().get(fid));
    }

    private static List<Feature> at(List<Feature> features, LocalDate date) {
        return features.stream()
                .filter(feature -> feature.validity().contains(date))
                .toList();
    }

    private LocalizedText hint(Layer layer, String code, List<Feature> otherDates) {
        boolean isOfUnits = UNITS.contains(layer.name());
        LocalizedText change = (isOfUnits ? OfficialUnits.read().findChange(code) : Optional.<LocalizedText>empty())
                .map(text -> new LocalizedText("; " + text.vi(), "; " + text.en()))
                .orElse(LocalizedText.same(""));
        if (otherDates.isEmpty()) {
            return change;
        }
        String periods = String.join(
                ", ",
                otherDates.stream()
                        .map(feature -> feature.text(layer, layer.presentation().label()) + " "
                                + feature.validity().from() + "/"
                                + Objects.requireNonNullElse(feature.validity().to(), ".."))
                        .toList());
        return new LocalizedText(
                " (chỉ có: " + periods + ")" + change.vi(), " (there is only: " + periods + ")" + change.en());
    }

    private Index build(String name) {
        Layer layer = catalogue.getLayer(name);
        Index index = new Index(layer, new HashMap<>(), new HashMap<>(), new HashMap<>());
        Attribute key = keyAttribute(layer);
        CodeList kinds = layer.findAttribute("kind")
                .filter(attribute -> attribute.type() == AttributeType.CODE)
                .map(CodeList::new)
                .orElse(null);
        for (Feature feature : features.apply(name)) {
            String code = key == null ? null : feature.text(layer, key.name());
            if (code != null) {
                index.byKey().computeIfAbsent(code, k -> new ArrayList<>()).add(feature);
                index.keys().put(feature.fid(), code);
            }
            String label = feature.text(layer, layer.presentation().label());
            if (label != null) {
                String whole = UnitNames.withoutY(Folding.words(label));
                String bare = kinds == null ? whole : UnitNames.withoutY(kinds.withoutKind(label));
                index.byName().computeIfAbsent(whole, k -> new ArrayList<>()).add(feature);
                if (!bare.equals(whole)) {
                    index.byName().computeIfAbsent(bare, k -> new ArrayList<>()).add(feature);
                }
            }
        }
        return index;
    }

    private static @Nullable Attribute keyAttribute(Layer layer) {
        return layer.key().isEmpty()
                ? null
                : layer.findAttribute(layer.key().get(0)).orElse(null);
    }
}
