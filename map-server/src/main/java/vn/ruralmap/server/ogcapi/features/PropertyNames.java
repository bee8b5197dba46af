package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.FeatureOrder;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.RequestException;

/** Looks up what a request calls properties. A private property is not found, exactly like one that does not exist. */
record PropertyNames(LayerView view) {

    /** What to give. */
    record Selection(List<Property> properties, boolean withGeometry) {}

    Optional<Property> find(String name) {
        return view.properties().stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** @throws RequestException status 400 */
    Property get(String parameter, String name) {
        return find(name).orElseThrow(() -> {
            String place = "/ogc/collections/" + view.layer().name() + "/queryables";
            return RequestException.invalid(
                    parameter,
                    "không có thuộc tính '" + name + "'; danh sách ở " + place,
                    "there is no property '" + name + "'; " + place + " lists them");
        });
    }

    /** @param names empty: all */
    Selection select(List<String> names) {
        List<Property> all = view.properties();
        if (names.isEmpty()) {
            return new Selection(all, true);
        }
        Set<Property> chosen = new LinkedHashSet<>();
        boolean withGeometry = false;
        for (String name : names) {
            if (name.equals(SchemaDocument.GEOMETRY)) {
                withGeometry = true;
            } else {
                chosen.add(get("properties", name));
            }
        }
        return new Selection(all.stream().filter(chosen::contains).toList(), withGeometry);
    }

    /** @param items {@code name}, {@code +name} (the plus may have become a space) or {@code -name} */
    List<FeatureOrder.Key> sortKeys(List<String> items) {
        List<FeatureOrder.Key> keys = new ArrayList<>();
        for (String item : items) {
            boolean descending = item.startsWith("-");
            keys.add(new FeatureOrder.Key(
                    get("sortby", item.replaceFirst("^[-+ ]", "").strip()), descending));
        }
        return keys;
    }
}
