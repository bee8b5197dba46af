package vn.ruralmap.layers.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What every adapter demands of the changes of one draft before it writes them: the layer's schema, whoever wrote them, and
 * no feature twice. Made anew for each draft.
 */
public final class ChangeCheck {

    private final Catalogue catalogue;
    private final Map<String, Set<Long>> touched = new HashMap<>();

    public ChangeCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @return the layer that is changed
     * @throws InvalidChangeException if the change breaks the schema, or its feature was changed already
     */
    public Layer check(Change change) {
        Layer layer = catalogue
                .findLayer(change.layer())
                .orElseThrow(() -> invalid("Không có lớp " + change.layer(), "There is no layer " + change.layer()));
        if (change instanceof Change.Insert insert) {
            check(layer, layer.name(), insert.content());
        } else if (change instanceof Change.Update update) {
            once(layer, update.fid());
            check(layer, layer.name() + "." + update.fid(), update.content());
        } else if (change instanceof Change.Restore restore) {
            once(layer, restore.fid());
            check(layer, layer.name() + "." + restore.fid(), restore.content());
        } else if (change instanceof Change.Delete delete) {
            once(layer, delete.fid());
        }
        return layer;
    }

    private void once(Layer layer, long fid) {
        if (!touched.computeIfAbsent(layer.name(), name -> new HashSet<>()).add(fid)) {
            String id = layer.name() + "." + fid;
            throw invalid(
                    id + " bị thay đổi hai lần trong một lần cập nhật", id + " is changed twice in one changeset");
        }
    }

    private static void check(Layer layer, String id, Change.Content content) {
        demandValues(layer, id, content);
        GeometryCheck.check(layer, id, content.geometry());
    }

    /**
     * All but the geometry of a feature.
     *
     * @param id of the feature, for the text of the refusal
     * @throws InvalidChangeException if it breaks the schema
     */
    public static void demandValues(Layer layer, String id, Change.Content content) {
        List<Attribute> attributes = layer.attributes();
        if (content.values().size() != attributes.size()) {
            throw invalid(
                    id + ": cần " + attributes.size() + " giá trị, có "
                            + content.values().size(),
                    id + ": needs " + attributes.size() + " values, has "
                            + content.values().size());
        }
        for (ValueCheck.Finding first : ValueCheck.inspect(layer, content)) {
            throw invalid(
                    id + ": " + first.text().vi(), id + ": " + first.text().en());
        }
    }

    static InvalidChangeException invalid(String vi, String en) {
        return new InvalidChangeException(new LocalizedText(vi, en));
    }
}
