package vn.ruralmap.server.tiling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;
import vn.ruralmap.server.support.WorkLimit;

/** A map in a file with the shipped layers, that a test edits, and its tiles. */
public final class EditedMap implements AutoCloseable {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);

    private final Path file;
    private final Catalogue catalogue = CatalogueReader.read(null);
    private final FeatureStore store;
    private final Snapshots snapshots;
    private final List<Change> pending = new ArrayList<>();
    final Tiles tiles = new Tiles(new WorkLimit(2, Duration.ofSeconds(60)), 10_000_000, () -> 7);

    private EditedMap(Path file) {
        this.file = file;
        store = GeoPackageStore.open(file, catalogue);
        snapshots = new Snapshots(store, catalogue, Clock.systemUTC());
    }

    /** @param file need not exist */
    public static EditedMap open(Path file) {
        return new EditedMap(file);
    }

    /** What another node, or a restart, makes of the same store. */
    EditedMap otherNode() {
        return new EditedMap(file);
    }

    /** A change for {@link #publish()}. @param values by attribute; others are empty */
    public EditedMap insert(String layer, @Nullable String wkt, Map<String, Object> values) {
        return insert(layer, wkt == null ? null : geometry(wkt), values);
    }

    public EditedMap insert(String layer, @Nullable Geometry geometry, Map<String, Object> values) {
        List<@Nullable Object> row = new ArrayList<>();
        definition(layer).attributes().forEach(attribute -> row.add(values.get(attribute.name())));
        pending.add(new Change.Insert(layer, new Change.Content(Validity.since(BEGIN), null, row, geometry)));
        return this;
    }

    EditedMap set(String layer, long fid, String attribute, Object value) {
        Feature feature = find(layer, fid);
        List<@Nullable Object> row = new ArrayList<>(feature.values());
        row.set(definition(layer).indexOf(attribute), value);
        return update(layer, feature, row, feature.geometry(), feature.validity());
    }

    EditedMap move(String layer, long fid, Geometry geometry) {
        Feature feature = find(layer, fid);
        return update(layer, feature, feature.values(), geometry, feature.validity());
    }

    EditedMap end(String layer, long fid, LocalDate day) {
        Feature feature = find(layer, fid);
        return update(layer, feature, feature.values(), feature.geometry(), new Validity(BEGIN, day));
    }

    private EditedMap update(
            String layer, Feature feature, List<@Nullable Object> row, @Nullable Geometry geometry, Validity validity) {
        pending.add(new Change.Update(
                layer,
                feature.fid(),
                feature.version(),
                new Change.Content(validity, feature.decision(), row, geometry)));
        return this;
    }

    public EditedMap publish() {
        store.publish(new ChangesetDraft("test", Changeset.Source.IMPORT, "edit", Map.of(), pending));
        pending.clear();
        snapshots.refresh();
        return this;
    }

    Feature find(String layer, long fid) {
        return snapshots.current().find(layer, fid).orElseThrow();
    }

    private Layer definition(String layer) {
        return catalogue.getLayer(layer);
    }

    public Snapshot snapshot() {
        return snapshots.current();
    }

    public List<StyledView> layers(LocalDate date, String... names) {
        return LayerChoice.find(snapshots.current(), Arrays.asList(names), List.of(), date);
    }

    TileTag tag(TileFormat format, TileAddress address, String... layers) {
        try {
            return tiles.tag(new Tiles.Request(format, address, layers(TODAY, layers)), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(TileFormat format, TileAddress address, String... layers) {
        Tiles.Request request = new Tiles.Request(format, address, layers(TODAY, layers));
        try {
            return tiles.bytes(request, tiles.tag(request, () -> {}), () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Geometry geometry(String wkt) {
        try {
            return CoordinateGrid.snap(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    public static Geometry point(double lon, double lat) {
        return CoordinateGrid.snap(CoordinateGrid.FACTORY.createPoint(new Coordinate(lon, lat)));
    }

    /** The Web Mercator tile at a place. */
    public static TileAddress tileAt(int level, double lon, double lat) {
        double[] xy = {lon, lat};
        TileMatrixSets.WEB_MERCATOR.crs().fromLonLat(xy, 0, xy, 0, 1);
        int[] limits = TileMatrixSets.WEB_MERCATOR.limits(level, new Envelope(new Coordinate(xy[0], xy[1])));
        return new TileAddress(TileMatrixSets.WEB_MERCATOR, level, limits[0], limits[1]);
    }

    @Override
    public void close() {
        snapshots.close();
        store.close();
    }
}
