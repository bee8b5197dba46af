package vn.ruralmap.layers.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;

/** In which attributes two features differ: their names, never their values, which may be private. */
final class Differences {

    private Differences() {}

    static String list(Layer layer, Feature one, Feature other) {
        List<String> names = new ArrayList<>();
        if (!one.validity().equals(other.validity())) {
            names.add("valid_from, valid_to");
        }
        if (!Objects.equals(one.decision(), other.decision())) {
            names.add("decision");
        }
        for (int i = 0; i < layer.attributes().size(); i++) {
            if (!Objects.equals(one.value(i), other.value(i))) {
                names.add(layer.attributes().get(i).name());
            }
        }
        if (one.geometry() == null
                ? other.geometry() != null
                : other.geometry() == null || !one.geometry().equalsExact(other.geometry())) {
            names.add("geom");
        }
        return String.join(", ", names);
    }
}
