package vn.ruralmap.server.proposals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.server.editing.Writer;

/** Which properties of proposals and of history somebody may see: those that services show to the same person. */
record Visibility(Catalogue catalogue, Audience audience) {

    static Visibility of(Catalogue catalogue, Writer writer) {
        return new Visibility(catalogue, writer.audience());
    }

    boolean allows(String layer, String property) {
        return catalogue.findLayer(layer).stream()
                .flatMap(found -> Property.list(found, this::layer).stream())
                .filter(found -> found.name().equals(property))
                .allMatch(audience::sees);
    }

    /** What somebody made of edits without seeing all of them: what others wrote of private properties stays. */
    List<ProposedEdit> withUnseen(List<ProposedEdit> before, List<ProposedEdit> edits) {
        if (audience == Audience.READER) {
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

    private Layer layer(String name) {
        return catalogue.findLayer(name).orElseThrow();
    }
}
