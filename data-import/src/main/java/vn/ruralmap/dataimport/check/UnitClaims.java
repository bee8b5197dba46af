package vn.ruralmap.dataimport.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.spelling.Folding;

/**
 * Finds the stored administrative unit that a row says it is or lies in, before its values are checked: by code, else by a
 * name that only one unit in force that day has.
 */
public final class UnitClaims {

    /** Attributes that hold the code of a unit of another layer without being references; the finer first. */
    private static final Map<String, String> PARENTS =
            Map.of("district_code", "districts", "province_code", "provinces");

    private static final List<String> FINEST_FIRST = List.of("communes", "districts", "provinces");

    private final Catalogue catalogue;
    private final Layer layer;
    private final FieldMapping mapping;
    private final Function<String, List<Feature>> features;
    private final LocalDate date;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Index> indexes = new HashMap<>();

    /**
     * A unit that a row names.
     *
     * @param layer of the unit
     * @param unit with a polygon
     * @param isItself true if the row is about this unit, false if it lies in it
     * @param isUndisputed false if the row bears the unit's code with another name
     */
    public record Claim(Layer layer, Feature unit, boolean isItself, boolean isUndisputed) {}

    /** Where in a row a unit is named. @param name null: the field may hold a name as well as a code */
    private record Source(Layer units, FieldMapping.@Nullable Entry code, FieldMapping.@Nullable Entry name) {}

    /** Units in force on the day, by code and by name; several of one name are none. */
    private record Index(
            Map<String, Feature> byCode,
            Map<String, Optional<Feature>> byName,
            @Nullable CodeList kinds) {

        /** A name without "Xã", "Phường", ... */
        String bare(String name) {
            return kinds == null ? Folding.words(name) : kinds.withoutKind(name);
        }
    }

    /**
     * @param layer of the rows
     * @param features all features of a layer, of every validity
     * @param date on which codes and names are understood
     */
    public UnitClaims(
            Catalogue catalogue,
            Layer layer,
            FieldMapping mapping,
            Function<String, List<Feature>> features,
            LocalDate date) {
        this.catalogue = catalogue;
        this.layer = layer;
        this.mapping = mapping;
        this.features = features;
        this.date = date;
        if (isOfUnits(layer)) {
            add(layer, layer.key().get(0), layer.presentation().label());
        }
        for (Attribute attribute : layer.attributes()) {
            if (attribute.references() != null) {
                catalogue
                        .findLayer(attribute.references())
                        .filter(UnitClaims::isOfUnits)
                        .ifPresent(units -> add(units, attribute.name(), null));
            }
        }
        List.of("district_code", "province_code").forEach(parent -> catalogue
                .findLayer(PARENTS.getOrDefault(parent, ""))
                .filter(UnitClaims::isOfUnits)
                .ifPresent(units -> add(units, parent, null)));
    }

    private static boolean isOfUnits(Layer layer) {
        return layer.coverage()
                && layer.geometryKinds().contains(GeometryKind.POLYGON)
                && !layer.key().isEmpty();
    }

    private void add(Layer units, String code, @Nullable String name) {
        FieldMapping.Entry codeField = mapping.find(code).orElse(null);
        FieldMapping.Entry nameField = name == null ? null : mapping.find(name).orElse(null);
        if (codeField != null || nameField != null) {
            sources.add(new Source(units, codeField, nameField));
        }
    }

    /** The finest unit that is stored. @param raw one value per field of the source */
    public Optional<Claim> find(List<@Nullable Object> raw) {
        for (Source source : sources) {
            Optional<Claim> claim = find(source, raw);
            if (claim.isPresent()) {
                return claim;
            }
        }
        return Optional.empty();
    }

    /** The code of the province that a row names, in full length, whether it is stored or not. */
    public Optional<String> findProvinceCode(List<@Nullable Object> raw) {
        return mapping.find("province_code")
                .map(entry -> text(entry, raw))
                .filter(code -> !code.isEmpty())
                .map(code -> layer.findAttribute("province_code")
                        .map(attribute -> LeadingZeros.restore(code, attribute))
                        .orElse(code));
    }

    /** All units of the finest layer that has any, of every date: the ground does not move. */
    public List<Claim> listFinest() {
        for (String name : FINEST_FIRST) {
            Optional<Layer> units = catalogue.findLayer(name).filter(UnitClaims::isOfUnits);
            List<Claim> all = units.stream()
                    .flatMap(found -> features.apply(name).stream()
                            .filter(feature -> feature.geometry() != null)
                            .map(feature -> new Claim(found, feature, false, true)))
                    .toList();
            if (!all.isEmpty()) {
                return all;
            }
        }
        return List.of();
    }

    private Optional<Claim> find(Source source, List<@Nullable Object> raw) {
        Index index = indexes.computeIfAbsent(source.units().name(), name -> index(source.units()));
        boolean isItself = source.units().name().equals(layer.name());
        String code = text(source.code(), raw);
        String name = source.name() == null ? code : text(source.name(), raw);
        Feature byCode = code.isEmpty() ? null : index.byCode().get(padded(code, source.units()));
        if (byCode != null) {
            boolean agrees = source.name() == null
                    || name.isEmpty()
                    || index.bare(name).equals(index.bare(label(source.units(), byCode)));
            return Optional.of(new Claim(source.units(), byCode, isItself, agrees));
        }
        return index.byName()
                .getOrDefault(index.bare(name), Optional.empty())
                .map(unit -> new Claim(source.units(), unit, isItself, true));
    }

    private static String padded(String code, Layer units) {
        return units.findAttribute(units.key().get(0))
                .map(attribute -> LeadingZeros.restore(code, attribute))
                .orElse(code);
    }

    private Index index(Layer units) {
        Index index = new Index(
                new HashMap<>(),
                new HashMap<>(),
                units.findAttribute("kind")
                        .filter(attribute -> attribute.type() == AttributeType.CODE)
                        .map(CodeList::new)
                        .orElse(null));
        for (Feature feature : features.apply(units.name())) {
            if (!feature.validity().contains(date) || feature.geometry() == null) {
                continue;
            }
            String code = feature.text(units, units.key().get(0));
            if (code != null) {
                index.byCode().put(code, feature);
            }
            index.byName()
                    .merge(index.bare(label(units, feature)), Optional.of(feature), (one, other) -> Optional.empty());
        }
        index.byName().remove("");
        return index;
    }

    private static String label(Layer units, Feature feature) {
        return Objects.requireNonNullElse(
                feature.text(units, units.presentation().label()), "");
    }

    /** Codes come as numbers as well, whole ones even from decimal fields. */
    private static String text(FieldMapping.@Nullable Entry entry, List<@Nullable Object> raw) {
        Object value = entry == null || entry.position() >= raw.size() ? null : raw.get(entry.position());
        if (value instanceof Double number && number == Math.rint(number)) {
            return Long.toString(number.longValue());
        }
        return value == null ? "" : TextCleaning.clean(value.toString());
    }
}
