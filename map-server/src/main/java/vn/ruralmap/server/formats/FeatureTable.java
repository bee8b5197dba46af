package vn.ruralmap.server.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.Rings;
import vn.ruralmap.server.encoding.SpatialReference;

/**
 * Features of one layer, as they are to be written to a file. What the view does not show is never in it.
 *
 * <p>Example: {@code FeatureTable.of(view).in(SpatialReference.authority(system)).withWords("vi")}
 */
public final class FeatureTable {

    /** What is told of places; the first two differ in formats that have no geometry of their own only. */
    public enum Places {
        /** The whole geometry as well-known text. */
        WKT,
        /** One point of it, in two columns. */
        POINT,
        /** Nothing, in any format. */
        NONE
    }

    private final LayerView view;
    private final Iterable<Feature> features;
    private final long size;
    private final List<Column> columns;
    private final SpatialReference reference;
    private final Places places;
    private final String language;
    private final @Nullable LocalizedText note;
    private final @Nullable String serverUrl;

    private FeatureTable(
            LayerView view,
            Iterable<Feature> features,
            long size,
            List<Column> columns,
            SpatialReference reference,
            Places places,
            String language,
            @Nullable LocalizedText note,
            @Nullable String serverUrl) {
        this.view = view;
        this.features = features;
        this.size = size;
        this.columns = List.copyOf(columns);
        this.reference = reference;
        this.places = places;
        this.language = language;
        this.note = note;
        this.serverUrl = serverUrl;
    }

    /** Everything of a layer, in WGS84. */
    public static FeatureTable of(LayerView view) {
        return of(view, view.features(), view.features().size());
    }

    /**
     * Some features of a layer, in WGS84, with all properties that the view shows.
     *
     * @param features of the view; formats that give sizes before contents go through them more than once, and must
     *     meet the same ones in the same order
     * @param size how many
     */
    public static FeatureTable of(LayerView view, Iterable<Feature> features, long size) {
        List<Column> columns = view.properties().stream().map(Column::of).toList();
        return new FeatureTable(view, features, size, columns, SpatialReference.CRS84, Places.WKT, "vi", null, null);
    }

    /** The same with coordinates in a system. */
    public FeatureTable in(SpatialReference other) {
        return new FeatureTable(view, features, size, columns, other, places, language, note, serverUrl);
    }

    /** The same with some of the properties only; those that the view does not show or are of another layer are left out. */
    public FeatureTable withProperties(List<Property> chosen) {
        List<Property> open = view.properties();
        List<Column> some =
                chosen.stream().filter(open::contains).map(Column::of).toList();
        return new FeatureTable(view, features, size, some, reference, places, language, note, serverUrl);
    }

    /** The same, and after each column of codes one with their words. @param words language, {@code vi} or {@code en} */
    public FeatureTable withWords(String words) {
        List<Column> more = new ArrayList<>();
        for (Column column : columns) {
            more.add(column);
            if (column.codeList() != null) {
                more.add(Column.words(column.property(), words));
            }
        }
        return new FeatureTable(view, features, size, more, reference, places, words, note, serverUrl);
    }

    /** The same with places told in another way by formats that have no geometry. */
    public FeatureTable withPlaces(Places other) {
        return new FeatureTable(view, features, size, columns, reference, other, language, note, serverUrl);
    }

    /** The same for readers of a language, {@code vi} or {@code en}. */
    public FeatureTable inLanguage(String other) {
        return new FeatureTable(view, features, size, columns, reference, places, other, note, serverUrl);
    }

    /** The same with a sentence for people in formats that have a place for it, about terms of use for example. */
    public FeatureTable withNote(LocalizedText text) {
        return new FeatureTable(view, features, size, columns, reference, places, language, text, serverUrl);
    }

    /** The same with the public address of the server, for formats that refer to what it serves. */
    public FeatureTable withServerUrl(String url) {
        return new FeatureTable(view, features, size, columns, reference, places, language, note, url);
    }

    /** The same, and whoever goes through the features calls this each few of them. */
    public FeatureTable withPauses(Runnable pause) {
        return new FeatureTable(
                view,
                new PausingFeatures(features, pause),
                size,
                columns,
                reference,
                places,
                language,
                note,
                serverUrl);
    }

    @Nullable
    String serverUrl() {
        return serverUrl;
    }

    public Layer layer() {
        return view.layer();
    }

    public LayerView view() {
        return view;
    }

    /** The layer's name, which files and tables within them have too. */
    public String name() {
        return layer().name();
    }

    public Iterable<Feature> features() {
        return features;
    }

    /** How many features there are. */
    public long size() {
        return size;
    }

    public List<Column> columns() {
        return columns;
    }

    public SpatialReference reference() {
        return reference;
    }

    public Places places() {
        return places;
    }

    /** What people read, {@code vi} or {@code en}. */
    public String language() {
        return language;
    }

    /** What the layer holds, and the note. */
    String description() {
        LocalizedText text = layer().description();
        return (note == null ? text : text.followedBy(note)).in(language);
    }

    /** Of the column's type: {@link vn.ruralmap.layers.model.AttributeType#valueClass()}. */
    public @Nullable Object value(Feature feature, Column column) {
        return column.value(view, feature);
    }

    /** In the table's system, x eastward; null if a point lies outside what the projection can do, or none is asked for. */
    public @Nullable Geometry geometry(Feature feature) {
        Geometry stored = places == Places.NONE ? null : feature.geometry();
        if (stored == null || reference.isWgs84()) {
            return stored;
        }
        Geometry projected = reference.system().fromLonLat(stored);
        return Rings.isFinite(projected) ? projected : null;
    }

    /** The box around all features, in the table's system; null envelope if there are none. */
    public Envelope bounds() {
        Envelope lonLat = new Envelope();
        for (Feature feature : features) {
            Geometry stored = feature.geometry();
            if (stored != null) {
                lonLat.expandToInclude(stored.getEnvelopeInternal());
            }
        }
        return lonLat.isNull() || reference.isWgs84()
                ? lonLat
                : reference.system().fromLonLat(lonLat);
    }
}
