package vn.ruralmap.server.proposals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.server.editing.Writer;

/** Which properties of proposals and of history somebody may see: those that services show to the same person. */
final class Visibility {

    /** By layer, the names of what is not shown. */
    private final Map<String, Set<String>> hidden = new HashMap<>();

    Visibility(Catalogue catalogue, Audience audience) {
        for (Layer layer : catalogue.layers()) {
            hidden.put(
                    layer.name(),
                    Property.list(layer, catalogue::getLayer).stream()
                            .filter(property -> !audience.sees(property))
                            .map(Property::name)
                            .collect(Collectors.toSet()));
        }
    }

    static Visibility of(Catalogue catalogue, Writer writer) {
        return new Visibility(catalogue, writer.audience());
    }

    boolean allows(String layer, String property) {
        return !hidden.getOrDefault(layer, Set.of()).contains(property);
    }

    /** What somebody made of edits without seeing all of them: what others wrote of private properties stays. */
    List<ProposedEdit> withUnseen(List<ProposedEdit> before, List<ProposedEdit> edits) {
        if (hidden.values().stream().allMatch(Set::isEmpty)) {
            return edits;
        }
        Map<String, ProposedEdit> old = new LinkedHashMap<>();
        List<ProposedEdit> oldNew = new ArrayList<>();
        for (ProposedEdit edit : before) {
            if (edit.op() == ProposedEdit.Op.INSERT) {
                oldNew.add(edit);
            } else {
                old.put(edit.id(), edit);
            }
        }
        return edits.stream()
                .map(edit -> withUnseen(
                        edit.op() == ProposedEdit.Op.INSERT ? takeAlike(oldNew, edit) : old.get(edit.id()), edit))
                .toList();
    }

    /** New features have no number: the one with the same shape is the same, else the one with the same properties. */
    private @Nullable ProposedEdit takeAlike(List<ProposedEdit> oldNew, ProposedEdit edit) {
        Optional<ProposedEdit> same = oldNew.stream()
                .filter(old -> old.layer().equals(edit.layer()) && hasSameShape(old, edit))
                .findFirst()
                .or(() -> oldNew.stream()
                        .filter(old ->
                                old.layer().equals(edit.layer()) && seen(old).equals(seen(edit)))
                        .findFirst());
        same.ifPresent(oldNew::remove);
        return same.orElse(null);
    }

    private static boolean hasSameShape(ProposedEdit old, ProposedEdit edit) {
        Geometry one = old.geometry();
        Geometry other = edit.geometry();
        return one != null && other != null && one.equalsNorm(other);
    }

    private Map<String, @Nullable Object> seen(ProposedEdit edit) {
        Map<String, @Nullable Object> seen = new LinkedHashMap<>(edit.properties());
        seen.keySet().removeIf(name -> !allows(edit.layer(), name));
        return seen;
    }

    private ProposedEdit withUnseen(@Nullable ProposedEdit old, ProposedEdit edit) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(edit.properties());
        if (old != null) {
            old.properties().forEach((name, value) -> {
                if (!allows(edit.layer(), name)) {
                    properties.putIfAbsent(name, value);
                }
            });
        }
        return edit.with(edit.op(), edit.version(), properties, edit.hasGeometry());
    }
}
