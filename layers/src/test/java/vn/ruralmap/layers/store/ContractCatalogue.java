package vn.ruralmap.layers.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * The small catalogue of the tests: communes (a coverage), sites with an attribute of every type, and a status derived
 * from the communes. Built in code, so that these tests do not depend on files or styles.
 */
public final class ContractCatalogue {

    private ContractCatalogue() {}

    /** The three layers. */
    public static Catalogue create() {
        return of(List.of(communes(), sites(), status()));
    }

    /** A catalogue of other layers. */
    public static Catalogue of(List<Layer> layers) {
        return new Catalogue(
                new Catalogue.ServiceDescription(
                        "test",
                        LocalizedText.same("Test"),
                        LocalizedText.same("Test"),
                        "",
                        "",
                        LocalizedText.same("!"),
                        List.of(),
                        List.of()),
                layers,
                Map.of(),
                List.of());
    }

    /** Values: code, name, kind. */
    public static Layer communes() {
        return layer(
                "communes",
                Set.of(GeometryKind.POLYGON),
                List.of(
                        attribute("code", AttributeType.TEXT, Attribute.Flag.REQUIRED, Attribute.Flag.UNIQUE),
                        attribute("name", AttributeType.TEXT),
                        codes("kind", "xã", "phường")),
                null);
    }

    /** Values: name, stars, area_ha, opened_on, smart, kind, commune, phone (private). */
    public static Layer sites() {
        return sites(List.of());
    }

    /** Sites with more attributes. */
    public static Layer sites(List<Attribute> more) {
        List<Attribute> attributes = new java.util.ArrayList<>(List.of(
                attribute("name", AttributeType.TEXT, Attribute.Flag.REQUIRED),
                attribute("stars", AttributeType.INTEGER),
                attribute("area_ha", AttributeType.DECIMAL),
                attribute("opened_on", AttributeType.DATE),
                attribute("smart", AttributeType.BOOLEAN),
                codes("kind", "sinh thái", "làng nghề"),
                reference("commune"),
                attribute("phone", AttributeType.TEXT, Attribute.Flag.PRIVATE)));
        attributes.addAll(more);
        return layer("sites", Set.of(GeometryKind.POINT, GeometryKind.POLYGON), attributes, null);
    }

    /** Values: commune, level. */
    public static Layer status() {
        return layer(
                "status",
                Set.of(),
                List.of(
                        reference("commune", Attribute.Flag.REQUIRED, Attribute.Flag.UNIQUE),
                        codes("level", "none", "ntm", "advanced")),
                new Layer.Derivation("communes", "commune", Map.of("kind", Set.of("xã")), Map.of("level", "none")));
    }

    /** A layer; its first attribute is key and label, and polygons make it a coverage. */
    public static Layer layer(
            String name, Set<GeometryKind> kinds, List<Attribute> attributes, Layer.@Nullable Derivation derivation) {
        return new Layer(
                name,
                LocalizedText.same(name),
                LocalizedText.same(name),
                kinds,
                kinds.equals(Set.of(GeometryKind.POLYGON)),
                false,
                attributes,
                List.of(attributes.get(0).name()),
                new Layer.Presentation(
                        name.equals("communes") ? "name" : attributes.get(0).name(), List.of(name), true),
                derivation);
    }

    /** A plain attribute. */
    public static Attribute attribute(String name, AttributeType type, Attribute.Flag... flags) {
        return new Attribute(name, type, LocalizedText.same(name), Set.of(flags), null, List.of(), null, List.of());
    }

    private static Attribute reference(String name, Attribute.Flag... flags) {
        return new Attribute(
                name,
                AttributeType.REFERENCE,
                LocalizedText.same(name),
                Set.of(flags),
                null,
                List.of(),
                "communes",
                List.of());
    }

    private static Attribute codes(String name, String... codes) {
        return new Attribute(
                name,
                AttributeType.CODE,
                LocalizedText.same(name),
                Set.of(),
                null,
                java.util.Arrays.stream(codes)
                        .map(code -> new CodeEntry(code, LocalizedText.same(code), List.of()))
                        .toList(),
                null,
                List.of());
    }
}
