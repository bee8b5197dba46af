package vn.ruralmap.dataimport.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import vn.ruralmap.dataimport.diff.FeatureDiff.Successor;
import vn.ruralmap.dataimport.load.FeatureNames;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Layer;

/** Who begins on the day another feature ends, on its land or under its key. */
final class Successors {

    /** Neighbours that were digitised anew overlap by less than this share of the land without succeeding. */
    private static final double SMALLEST_SHARE = 0.01;
    /** Outlines are simplified to this part of the square root of the area: shares are told in whole per cent. */
    private static final double SIMPLIFICATION = 0.005;

    private final Layer layer;
    private final FeatureNames names;
    private final Map<LocalDate, List<Change.Content>> byBegin = new HashMap<>();
    private final Map<LocalDate, STRtree> indexes = new HashMap<>();

    /** @param outline simplified */
    private record Candidate(Change.Content content, Geometry outline) {}

    /** @param all how the layer will be */
    Successors(Layer layer, FeatureNames names, List<Change.Content> all) {
        this.layer = layer;
        this.names = names;
        all.forEach(content -> byBegin.computeIfAbsent(content.validity().from(), day -> new ArrayList<>())
                .add(content));
    }

    /** The largest share first. */
    List<Successor> of(Change.Content ended, LocalDate since) {
        List<Successor> found = new ArrayList<>();
        Geometry land = layer.coverage() ? outline(ended.geometry()) : null;
        if (land != null) {
            for (Object item : indexes.computeIfAbsent(since, this::index).query(land.getEnvelopeInternal())) {
                Candidate other = (Candidate) item;
                double share = share(land, other.outline());
                if (share >= SMALLEST_SHARE) {
                    List<@Nullable Object> values = other.content().values();
                    found.add(new Successor(names.key(values), names.label(values), share));
                }
            }
        }
        if (found.isEmpty() && !layer.key().isEmpty()) {
            String key = names.key(ended.values());
            byBegin.getOrDefault(since, List.of()).stream()
                    .filter(other -> names.key(other.values()).equals(key))
                    .forEach(other -> found.add(new Successor(key, names.label(other.values()), null)));
        }
        found.sort(Comparator.comparing(Successor::share, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Successor::key));
        return found;
    }

    private STRtree index(LocalDate begin) {
        STRtree index = new STRtree();
        for (Change.Content content : byBegin.getOrDefault(begin, List.of())) {
            Geometry outline = outline(content.geometry());
            if (outline != null) {
                index.insert(outline.getEnvelopeInternal(), new Candidate(content, outline));
            }
        }
        return index;
    }

    private static double share(Geometry land, Geometry other) {
        return land.getArea() == 0
                ? 0
                : OverlayNGRobust.overlay(land, other, OverlayNG.INTERSECTION).getArea() / land.getArea();
    }

    private static @Nullable Geometry outline(@Nullable Geometry geometry) {
        return geometry == null
                ? null
                : DouglasPeuckerSimplifier.simplify(geometry, Math.sqrt(geometry.getArea()) * SIMPLIFICATION);
    }
}
