package vn.ruralmap.server.wfs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.FeatureOrder;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.formats.GmlDialect;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.QueryExpression.SortKey;

/** Looks up what a request calls properties. A private property is not found, exactly like one that does not exist. */
record PropertyNames(LayerView view) {

    /** What to give. */
    record Selection(List<Property> properties, boolean withGeometry) {}

    /**
     * @param parameter that names them, for errors
     * @param names empty, or {@code *}: everything
     */
    Selection select(String parameter, Optional<List<String>> names) {
        List<Property> all = view.properties();
        if (names.isEmpty() || names.get().contains("*")) {
            return new Selection(all, true);
        }
        Set<Property> chosen = new LinkedHashSet<>();
        boolean withGeometry = false;
        for (String name : names.get()) {
            String local = local(name);
            if (local.equals(GmlDialect.GEOMETRY)) {
                withGeometry = true;
            } else if (find(local).isPresent() || !GmlDialect.isOfGml(local)) {
                chosen.add(get(parameter, name));
            }
        }
        return new Selection(all.stream().filter(chosen::contains).toList(), withGeometry);
    }

    List<FeatureOrder.Key> sortKeys(List<SortKey> sortBy) {
        return sortBy.stream()
                .map(key -> new FeatureOrder.Key(get("sortBy", key.property()), key.descending()))
                .toList();
    }

    private Property get(String parameter, String name) {
        return find(local(name))
                .orElseThrow(() -> RequestException.invalid(
                        parameter,
                        "loại " + view.layer().name() + " không có thuộc tính '" + name + "'",
                        "the type " + view.layer().name() + " has no property '" + name + "'"));
    }

    private Optional<Property> find(String local) {
        return view.properties().stream()
                .filter(property -> property.name().equals(local))
                .findFirst();
    }

    /** A path may begin with the type: {@code communes/name}. */
    private String local(String name) {
        String type = view.layer().name() + '/';
        return name.startsWith(type) ? name.substring(type.length()) : name;
    }
}
