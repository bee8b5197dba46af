package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.StoreDelta;

/**
 * Everything published, at one revision. Immutable; views of a date are made when first asked for and kept.
 *
 * <p>Nothing happens between two change dates, so all days of such a period share one view.
 */
public final class Snapshot {

    private final Catalogue catalogue;
    private final long revision;
    private final boolean illustrative;
    private final Map<String, LayerTimeline> timelines;
    private final Map<String, NavigableSet<LocalDate>> changeDates = new HashMap<>();
    private final ViewCache views;
    private final PeriodViews periods = new PeriodViews();

    private Snapshot(
            Catalogue catalogue,
            long revision,
            boolean illustrative,
            Map<String, LayerTimeline> timelines,
            ViewCache views) {
        this.catalogue = catalogue;
        this.revision = revision;
        this.illustrative = illustrative;
        this.timelines = timelines;
        this.views = views;
        for (Layer layer : catalogue.layers()) {
            TreeSet<LocalDate> dates = new TreeSet<>();
            contributors(layer).forEach(name -> dates.addAll(timeline(name).changeDates()));
            changeDates.put(layer.name(), dates);
        }
    }

    static Snapshot empty(Catalogue catalogue) {
        Map<String, LayerTimeline> timelines = new LinkedHashMap<>();
        catalogue.layers().forEach(layer -> timelines.put(layer.name(), LayerTimeline.empty(layer)));
        return new Snapshot(catalogue, 0, false, timelines, new ViewCache());
    }

    /** The next snapshot. Layers without change keep their views, with index and generalised geometry. */
    Snapshot with(StoreDelta delta) {
        boolean fromScratch = delta.since() == 0;
        Map<String, LayerTimeline> next = new LinkedHashMap<>(timelines);
        if (fromScratch) {
            catalogue.layers().forEach(layer -> next.put(layer.name(), LayerTimeline.empty(layer)));
        }
        delta.layers()
                .forEach((name, change) ->
                        next.computeIfPresent(name, (key, timeline) -> timeline.with(change, fromScratch)));
        ViewCache kept = fromScratch
                ? new ViewCache()
                : views.keeping(layer -> dependencies(layer).stream().noneMatch(delta.layers()::containsKey));
        return new Snapshot(catalogue, delta.revision(), delta.illustrative(), next, kept);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** The last published changeset in it. */
    public long revision() {
        return revision;
    }

    /** True if it holds data of the shipped sample. */
    public boolean isIllustrative() {
        return illustrative;
    }

    /** What the map is, and that its data are illustrative where they are. */
    public LocalizedText description() {
        Catalogue.ServiceDescription service = catalogue.service();
        return illustrative ? service.description().followedBy(service.illustrative()) : service.description();
    }

    /** @throws IllegalArgumentException if the catalogue has no such layer */
    public LayerView view(String layer, LocalDate date) {
        Layer definition = catalogue.getLayer(layer);
        LocalDate floor = Objects.requireNonNull(changeDates.get(layer)).floor(date);
        LocalDate start = floor == null ? LocalDate.MIN : floor;
        return views.get(layer, start, outdated -> makeView(definition, start, outdated));
    }

    /**
     * A layer with every feature that was in force on some day of a period, in the state of the last such day. Features may
     * lie on the same land, one after the other.
     *
     * @param from first day
     * @param to last day
     * @throws IllegalArgumentException if the catalogue has no such layer
     */
    public LayerView view(String layer, LocalDate from, LocalDate to) {
        Layer definition = catalogue.getLayer(layer);
        NavigableSet<LocalDate> dates = Objects.requireNonNull(changeDates.get(layer));
        LocalDate first = dates.floor(from);
        LocalDate last = dates.floor(to);
        if (Objects.equals(first, last)) {
            return view(layer, to);
        }
        LocalDate start = first == null ? LocalDate.MIN : first;
        return periods.get(layer, start, Objects.requireNonNull(last), () -> makeView(definition, start, last));
    }

    private LayerView makeView(Layer layer, LocalDate from, LocalDate to) {
        NavigableMap<Long, Feature> found = new TreeMap<>();
        LocalDate date = to;
        while (date != null && !date.isBefore(from)) {
            listFeatures(layer, date).forEach(feature -> found.putIfAbsent(feature.fid(), feature));
            date = Objects.requireNonNull(changeDates.get(layer.name())).lower(date);
        }
        return new LayerView(layer, revision(layer), from, List.copyOf(found.values()), false, references(layer), null);
    }

    /** Days on which something of a layer begins or ends. */
    public NavigableSet<LocalDate> listChangeDates(String layer) {
        return new TreeSet<>(Objects.requireNonNull(changeDates.get(layer)));
    }

    /** A feature by its id, in force or not. */
    public Optional<Feature> find(String layer, long fid) {
        return timeline(layer).find(fid);
    }

    /** Every feature of a layer, of every validity, as the store has it: rows without geometry on a derived layer. By rising fid. */
    public Collection<Feature> rows(String layer) {
        return timeline(layer).features();
    }

    /** @throws IllegalArgumentException if the catalogue has no such layer */
    public Layer layer(String name) {
        return catalogue.getLayer(name);
    }

    /** The box around all that is in force on a day, in degrees; null envelope if there is nothing. */
    public Envelope bounds(LocalDate date) {
        Envelope bounds = new Envelope();
        catalogue
                .layers()
                .forEach(
                        layer -> bounds.expandToInclude(view(layer.name(), date).bounds()));
        return bounds;
    }

    private LayerTimeline timeline(String layer) {
        return Objects.requireNonNull(timelines.get(layer));
    }

    private LayerView makeView(Layer layer, LocalDate date, @Nullable LayerView outdated) {
        Layer.Derivation derivation = layer.derivation();
        boolean coverage = derivation == null
                ? layer.coverage()
                : catalogue.getLayer(derivation.source()).coverage();
        return new LayerView(
                layer, revision(layer), date, listFeatures(layer, date), coverage, references(layer), outdated);
    }

    private long revision(Layer layer) {
        return dependencies(layer).stream()
                .mapToLong(name -> timeline(name).revision())
                .max()
                .orElse(0);
    }

    /** In the order of their fids. */
    private List<Feature> listFeatures(Layer layer, LocalDate date) {
        Layer.Derivation derivation = layer.derivation();
        if (derivation == null) {
            return timeline(layer.name()).listValidAt(date);
        }
        Layer source = catalogue.getLayer(derivation.source());
        return new DerivedFeatures(layer, derivation, source)
                .derive(
                        timeline(source.name()).listValidAt(date),
                        timeline(layer.name()).listValidAt(date));
    }

    /**
     * What a view needs to name the features it refers to. Not the snapshot: a view outlives it, and must not keep all of
     * it in memory.
     */
    private record References(Catalogue catalogue, Map<String, LayerTimeline> timelines)
            implements LayerView.ReferenceLookup {
        @Override
        public Optional<Feature> find(String layer, long fid) {
            return Objects.requireNonNull(timelines.get(layer)).find(fid);
        }

        @Override
        public Layer layer(String name) {
            return catalogue.getLayer(name);
        }
    }

    private References references(Layer layer) {
        Map<String, LayerTimeline> targets = new HashMap<>();
        for (Attribute attribute : layer.attributes()) {
            String target = attribute.references();
            if (target != null) {
                targets.put(target, timeline(target));
            }
        }
        return new References(catalogue, targets);
    }

    /** The layers whose rows make up a layer's features. */
    private static List<String> contributors(Layer layer) {
        Layer.Derivation derivation = layer.derivation();
        return derivation == null ? List.of(layer.name()) : List.of(layer.name(), derivation.source());
    }

    /** The layers whose change shows in a layer: its contributors, and those its references take names from. */
    private static List<String> dependencies(Layer layer) {
        List<String> names = new ArrayList<>(contributors(layer));
        for (Attribute attribute : layer.attributes()) {
            String target = attribute.references();
            if (target != null) {
                names.add(target);
            }
        }
        return names;
    }
}
