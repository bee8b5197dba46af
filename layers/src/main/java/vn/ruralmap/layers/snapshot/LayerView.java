package vn.ruralmap.layers.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;

/**
 * One layer at one legal date and one revision, as an audience sees it. Immutable; geometry is WGS84, x longitude, y latitude.
 *
 * <p>The views of a {@link Snapshot} are the public's; {@link #seenBy} gives the same with what others may see.
 *
 * <p>On a derived layer each feature is one of the source layer, with that one's fid and geometry and this layer's
 * attributes.
 */
public final class LayerView {

    private final Layer layer;
    private final long revision;
    private final LocalDate periodStart;
    private final boolean coverage;
    private final Audience audience;
    private final List<Property> properties;
    private final @Nullable Property label;
    private final ReferenceLookup references;
    private final List<Feature> features;
    private final long[] fids;
    private final ViewGeometry geometry;
    private final LayerView everybodys;
    private final LayerView readers;

    /** Finds the feature that a reference points to, whatever its validity. */
    interface ReferenceLookup {
        Optional<Feature> find(String layer, long fid);

        Layer layer(String name);
    }

    LayerView(
            Layer layer,
            long revision,
            LocalDate periodStart,
            List<Feature> features,
            boolean coverage,
            ReferenceLookup references,
            @Nullable LayerView outdated) {
        this.layer = layer;
        this.revision = revision;
        this.periodStart = periodStart;
        this.coverage = coverage;
        this.features = List.copyOf(features);
        this.references = references;
        List<Property> all = Property.list(layer, references::layer);
        audience = Audience.PUBLIC;
        properties = all.stream().filter(audience::sees).toList();
        label = labelProperty();
        Geometry[] geometries = new Geometry[features.size()];
        fids = new long[features.size()];
        for (int i = 0; i < geometries.length; i++) {
            geometries[i] = Objects.requireNonNull(features.get(i).geometry());
            fids[i] = features.get(i).fid();
        }
        geometry = ViewGeometry.of(geometries, coverage, outdated == null ? null : outdated.geometry);
        everybodys = this;
        readers = properties.size() == all.size() ? this : new LayerView(this, all);
    }

    private LayerView(LayerView everybodys, List<Property> all) {
        layer = everybodys.layer;
        revision = everybodys.revision;
        periodStart = everybodys.periodStart;
        coverage = everybodys.coverage;
        audience = Audience.READER;
        properties = all;
        label = labelProperty();
        references = everybodys.references;
        features = everybodys.features;
        fids = everybodys.fids;
        geometry = everybodys.geometry;
        this.everybodys = everybodys;
        readers = this;
    }

    private @Nullable Property labelProperty() {
        Attribute attribute = layer.labelAttribute();
        String name = attribute.type() == AttributeType.REFERENCE ? attribute.name() + "_name" : attribute.name();
        return findProperty(name).orElse(null);
    }

    /** The same features with the properties that an audience may see. One object for each audience, and one for all if nothing is private. */
    public LayerView seenBy(Audience other) {
        return other == Audience.READER ? readers : everybodys;
    }

    /** True if among {@link #properties()} are private ones. */
    public boolean showsPrivate() {
        return this != everybodys;
    }

    public Layer layer() {
        return layer;
    }

    /** The last changeset that can have changed what this view shows: of the layer and of those it takes values from. */
    public long revision() {
        return revision;
    }

    /**
     * The first day on which the layer is as here; with layer and revision it identifies the view. {@link LocalDate#MIN}
     * before anything began.
     */
    public LocalDate periodStart() {
        return periodStart;
    }

    /** True if its polygons share borders and are generalised together, so that a feature's shape depends on its neighbours. */
    public boolean isCoverage() {
        return coverage;
    }

    /** In the order of their fids. */
    public List<Feature> features() {
        return features;
    }

    /** Where a feature is in {@link #features()}; negative: it is not there. */
    public int position(long fid) {
        return Arrays.binarySearch(fids, fid);
    }

    public Optional<Feature> find(long fid) {
        int position = position(fid);
        return position < 0 ? Optional.empty() : Optional.of(features.get(position));
    }

    /** The box around all features, in degrees; null envelope if there are none. */
    public Envelope bounds() {
        return geometry.bounds();
    }

    /** Rising positions in {@link #features()} of those whose box meets a box in degrees. */
    public int[] listPositions(Envelope lonLat) {
        return geometry.query(lonLat);
    }

    /** Features whose box meets a box in degrees, in the order of their fids, with full geometry. */
    public List<Feature> query(Envelope lonLat) {
        List<Feature> found = new ArrayList<>();
        for (int position : geometry.query(lonLat)) {
            found.add(features.get(position));
        }
        return found;
    }

    /**
     * Features whose box meets a box, in the order of their fids, to be drawn.
     *
     * @param lonLat in degrees
     * @param degreesPerPixel of the image; the geometry is off by less than half a pixel
     */
    public List<GeneralisedFeature> query(Envelope lonLat, double degreesPerPixel) {
        Generalisation.Step step = geometry.at(degreesPerPixel);
        List<GeneralisedFeature> found = new ArrayList<>();
        for (int position : geometry.query(lonLat)) {
            found.add(new GeneralisedFeature(
                    features.get(position), step.geometries()[position], position, step.borders()));
        }
        return found;
    }

    /** Generalises for every resolution now, instead of when one is first asked for. */
    void prepare() {
        geometry.prepare();
    }

    /** The properties that the view's audience may see, filter and sort by. */
    public List<Property> properties() {
        return properties;
    }

    /** One of {@link #properties()}. */
    public Optional<Property> findProperty(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }

    /** The value of a property, of the value class of its type; null if it has none. */
    public @Nullable Object value(Feature feature, Property property) {
        return switch (property.origin()) {
            case FID -> feature.fid();
            case VERSION -> (long) feature.version();
            case VALID_FROM -> feature.validity().from();
            case VALID_TO -> feature.validity().to();
            case DECISION -> feature.decision();
            case ATTRIBUTE -> own(feature, property.attribute());
            case REFERENCED_KEY ->
                referenced(feature, property.attribute())
                        .map(target -> target.value()
                                .text(target.layer(), target.layer().key().get(0)))
                        .orElse(null);
            case REFERENCED_LABEL ->
                referenced(feature, property.attribute())
                        .map(target -> target.value()
                                .text(
                                        target.layer(),
                                        target.layer().presentation().label()))
                        .orElse(null);
        };
    }

    /** What a feature is called, for people; by its id if the audience may not see its name. */
    public String label(Feature feature, String language) {
        Object value = label == null ? null : value(feature, label);
        Attribute attribute = layer.labelAttribute();
        if (attribute.type() == AttributeType.CODE && value != null) {
            value = attribute
                    .findCode((String) value)
                    .map(entry -> entry.title().in(language))
                    .orElse(null);
        }
        return value == null ? feature.id(layer) : value.toString();
    }

    private @Nullable Object own(Feature feature, @Nullable Attribute attribute) {
        return attribute == null ? null : feature.value(layer.indexOf(attribute.name()));
    }

    private record Target(Layer layer, Feature value) {}

    private Optional<Target> referenced(Feature feature, @Nullable Attribute attribute) {
        if (attribute == null || attribute.references() == null) {
            return Optional.empty();
        }
        Object fid = own(feature, attribute);
        String name = attribute.references();
        return fid == null
                ? Optional.empty()
                : references.find(name, (Long) fid).map(found -> new Target(references.layer(name), found));
    }
}
