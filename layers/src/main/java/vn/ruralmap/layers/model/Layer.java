package vn.ruralmap.layers.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published theme: its schema and how it is shown.
 *
 * @param name WMS layer name, WFS type name and OGC API collection id
 * @param title for people
 * @param description one or two sentences for people
 * @param geometryKinds the kinds it may hold; empty for a layer whose geometry is derived
 * @param coverage true: at any date its polygons do not overlap and share borders, so they are generalised together
 *     and a new unit ends the older ones on whose land it lies
 * @param disjoint true: at any date its polygons do not overlap, though land may lie between them; a coverage always is
 * @param attributes in the order they are shown; the common ones (fid, version, valid_from, valid_to, decision) are
 *     not among them
 * @param key the attributes that, together with a date, identify a feature in an import; may be empty
 * @param presentation how people meet it
 * @param derivation where the geometry comes from if it is not the layer's own, else null
 */
public record Layer(
        String name,
        LocalizedText title,
        LocalizedText description,
        Set<GeometryKind> geometryKinds,
        boolean coverage,
        boolean disjoint,
        List<Attribute> attributes,
        List<String> key,
        Presentation presentation,
        @Nullable Derivation derivation) {

    /** Of all layers and their properties in XML. */
    public static final String NAMESPACE = "urn:ruralmap:ntm";

    /** Names every layer has beside its own attributes. */
    public static final List<String> COMMON_ATTRIBUTES =
            List.of("fid", "version", "valid_from", "valid_to", "decision");

    /**
     * How people meet a layer.
     *
     * @param label the attribute that names a feature
     * @param styles names of the styles it can be drawn in, the default one first; at least one
     * @param visible shown when the viewer opens
     */
    public record Presentation(String label, List<String> styles, boolean visible) {
        public Presentation {
            styles = List.copyOf(styles);
        }

        /** The name of the default style. */
        public String style() {
            return styles.get(0);
        }
    }

    /**
     * A layer without geometry of its own: every feature of {@code source} that {@code onlyWhere} lets through, with
     * the attributes of the row that refers to it, if there is one at the date.
     *
     * @param source the layer whose geometry is taken
     * @param through the reference attribute of this layer that points to the source
     * @param onlyWhere attribute of the source to the values that take part; empty: all
     * @param absent attribute of this layer to the value it has where no row refers to the source's feature, while others
     *     are referred to
     */
    public record Derivation(
            String source, String through, Map<String, Set<String>> onlyWhere, Map<String, Object> absent) {
        public Derivation {
            onlyWhere = Map.copyOf(onlyWhere);
            absent = Map.copyOf(absent);
        }
    }

    public Layer {
        disjoint = disjoint || coverage;
        geometryKinds = Set.copyOf(geometryKinds);
        attributes = List.copyOf(attributes);
        key = List.copyOf(key);
    }

    /** @return the position of an attribute in {@link Feature#values()}, or -1 */
    public int indexOf(String attribute) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.get(i).name().equals(attribute)) {
                return i;
            }
        }
        return -1;
    }

    public Optional<Attribute> findAttribute(String attribute) {
        int index = indexOf(attribute);
        return index < 0 ? Optional.empty() : Optional.of(attributes.get(index));
    }

    /** The attribute that names a feature to people. */
    public Attribute labelAttribute() {
        return findAttribute(presentation.label()).orElseThrow();
    }

    /** True if rows of this layer carry no geometry of their own. */
    public boolean isDerived() {
        return derivation != null;
    }
}
