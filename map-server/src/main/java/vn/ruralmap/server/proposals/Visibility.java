package vn.ruralmap.server.proposals;

import java.util.ArrayList;
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
        List<ProposedEdit> inserts = new ArrayList<>();
        for (ProposedEdit edit : before) {
            if (edit.op() == ProposedEdit.Op.INSERT) {
                inserts.add(edit);
            } else {
                old.put(edit.id(), edit);
            }
        }
        return edits.stream()
                .map(edit -> withUnseen(
                        edit.op() == ProposedEdit.Op.INSERT ? take(inserts, edit) : old.get(edit.id()), edit))
                .toList();
    }

    /** New features have no number: they are known by their shape, or by all that is seen of them. Each is taken once. */
    private @Nullable ProposedEdit take(List<ProposedEdit> inserts, ProposedEdit edit) {
        Optional<ProposedEdit> found = inserts.stream()
                .filter(each -> each.layer().equals(edit.layer()) && isSameShape(each, edit))
                .findFirst()
                .or(() -> inserts.stream()
                        .filter(each -> each.layer().equals(edit.layer())
                                && !seen(edit).isEmpty()
                                && seen(each).equals(seen(edit)))
                        .findFirst());
        found.ifPresent(inserts::remove);
        return found.orElse(null);
    }

    private static boolean isSameShape(ProposedEdit one, ProposedEdit other) {
        return one.geometry() != null
                && other.geometry() != null
                && one.geometry().equalsNorm(other.geometry());
    }

    /** What the writer sees of its values, without empty ones. */
    private Map<String, String> seen(ProposedEdit edit) {
        Map<String, String> seen = new LinkedHashMap<>();
        edit.properties().forEach((name, value) -> {
            if (value != null && allows(edit.layer(), name)) {
                seen.put(name, value.toString());
            }
        });
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

    private boolean isPrivate(String name, String property) {
        Optional<Layer> layer = catalogue.findLayer(name);
        return layer.flatMap(found -> found.findAttribute(property))
                .filter(Attribute::isPrivate)
                .isPresent();
    }
}
