package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.RequestException;

/** Looks up what a request calls properties. A private property is not found, exactly like one that does not exist. */
record PropertyNames(LayerView view, TypeNames typeNames) {

    /** The name of the geometry in every feature type, and of the column in the store. */
    static final String GEOMETRY = "geom";

    /** What to give. */
    record Selection(List<Property> properties, boolean withGeometry) {}

    /** @param names empty, or {@code *}: everything */
    Selection select(Optional<List<String>> names) {
        List<Property> all = view.publicProperties();
        if (names.isEmpty() || names.get().contains("*")) {
            return new Selection(all, true);
        }
        Set<Property> chosen = new LinkedHashSet<>();
        boolean withGeometry = false;
        for (String name : names.get()) {
            if (typeNames.localName(name).equals(GEOMETRY)) {
                withGeometry = true;
            } else {
                chosen.add(get("propertyName", name));
            }
        }
        return new Selection(all.stream().filter(chosen::contains).toList(), withGeometry);
    }

    /** @param items {@code name}, {@code name ASC}, {@code name DESC}; {@code A} and {@code D} in older clients */
    List<SortKey> sortKeys(List<String> items) {
        List<SortKey> keys = new ArrayList<>();
        for (String item : items) {
            String[] words = item.strip().split("\\s+");
            String direction = words.length == 1 ? "ASC" : words[1].toUpperCase(Locale.ROOT);
            if (words.length > 2 || !Set.of("ASC", "DESC", "A", "D").contains(direction)) {
                throw RequestException.invalid("sortBy", "cần TÊN ASC hoặc TÊN DESC", "NAME ASC or NAME DESC");
            }
            keys.add(new SortKey(get("sortBy", words[0]), direction.startsWith("D")));
        }
        return keys;
    }

    private Property get(String parameter, String name) {
        String local = typeNames.localName(name);
        return view.publicProperties().stream()
                .filter(property -> property.name().equals(local))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid(
                        parameter,
                        "loại " + view.layer().name() + " không có thuộc tính '" + name + "'",
                        "the type " + view.layer().name() + " has no property '" + name + "'"));
    }
}
