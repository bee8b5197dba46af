package vn.ruralmap.server.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.editing.Role;
import vn.ruralmap.server.editing.Writer;

/** Which properties somebody may see. */
record Visibility(Catalogue catalogue, boolean seesPrivate) {

    static Visibility of(Catalogue catalogue, Writer writer) {
        return new Visibility(catalogue, writer.roles().contains(Role.READER));
    }

    boolean allows(String layer, String property) {
        return seesPrivate || !isPrivate(layer, property);
    }

    /** What somebody made of edits without seeing all of them: what others wrote of private properties stays. */
    List<ProposedEdit> withUnseen(List<ProposedEdit> before, List<ProposedEdit> edits) {
        if (seesPrivate) {
            return edits;
        }
        Map<String, ProposedEdit> old = new LinkedHashMap<>();
        before.forEach(edit -> old.put(edit.id(), edit));
        return edits.stream()
                .map(edit -> edit.op() == ProposedEdit.Op.INSERT ? edit : withUnseen(old.get(edit.id()), edit))
                .toList();
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

    private boolean isPrivate(String name, String property) {
        Optional<Layer> layer = catalogue.findLayer(name);
        return layer.flatMap(found -> found.findAttribute(property))
                .filter(Attribute::isPrivate)
                .isPresent();
    }
}
