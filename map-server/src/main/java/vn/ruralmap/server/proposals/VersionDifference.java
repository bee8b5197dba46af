package vn.ruralmap.server.proposals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.FeatureVersion;

/** In what two versions of one feature differ: properties, and the land that was added and taken away. */
@Component
final class VersionDifference {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final FeatureHistory history;

    VersionDifference(FeatureHistory history) {
        this.history = history;
    }

    /** @param from a version; 0: before there was anything. @param to a version */
    ObjectNode between(Layer layer, List<FeatureVersion> versions, int from, int to, Visibility visibility) {
        Change.Content was = content(versions, from);
        Change.Content now = content(versions, to);
        Geometry before = was == null ? null : was.geometry();
        Geometry after = now == null ? null : now.geometry();
        ObjectNode json = NODES.objectNode();
        json.put("from", from);
        json.put("to", to);
        json.set("fields", history.fields(layer, was, now, visibility));
        BorderShift shift = BorderShift.between(before, after);
        json.set("shift", shift == null ? NODES.nullNode() : shift.json());
        Geometry added = land(after, before);
        Geometry removed = land(before, after);
        json.set("added", hectares(added));
        json.set("removed", hectares(removed));
        json.putObject("geometry")
                .<ObjectNode>set("before", GeoJson.of(before))
                .<ObjectNode>set("after", GeoJson.of(after))
                .<ObjectNode>set("added", GeoJson.of(added))
                .set("removed", GeoJson.of(removed));
        return json;
    }

    private static Change.@Nullable Content content(List<FeatureVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.version() == number && version.feature() != null)
                .findFirst()
                .map(FeatureHistory::content)
                .orElse(null);
    }

    /** What lies in one and not in the other; null: nothing, or these are no areas. */
    private static @Nullable Geometry land(@Nullable Geometry one, @Nullable Geometry other) {
        if (one == null || one.getDimension() < 2) {
            return null;
        }
        Geometry land = other == null || other.getDimension() < 2
                ? one
                : OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE);
        return land.isEmpty() ? null : land;
    }

    private static JsonNode hectares(@Nullable Geometry land) {
        Double hectares = BorderShift.hectares(land);
        return hectares == null ? NODES.nullNode() : NODES.numberNode(Math.rint(hectares * 1e4) / 1e4);
    }
}
