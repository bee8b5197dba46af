package vn.ruralmap.server.wms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.dataimport.read.ReadOptions;
import vn.ruralmap.dataimport.read.Source;
import vn.ruralmap.dataimport.read.SourceFiles;
import vn.ruralmap.dataimport.read.UnreadableSourceException;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.server.ServerFixture;

/** A server with the layers that the conformance tests of WMS ask for. */
final class CiteWorld {

    private static final Path RESOURCES = Path.of("src/test/resources/cite");
    private static final Validity ALWAYS = Validity.since(LocalDate.of(2000, 1, 1));

    private CiteWorld() {}

    /** With a world of our own. */
    static ServerFixture generated() {
        ServerFixture server = empty();
        List<Change> changes = new ArrayList<>();
        for (String line : lines(RESOURCES.resolve("world.txt"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split("\\|");
                changes.add(insert(parts[0], parts[1], geometry(parts[2])));
            }
        }
        publish(server, changes);
        return server;
    }

    /** With the shapefiles of the OGC. */
    static ServerFixture real(Path folder) {
        ServerFixture server = empty();
        List<Change> changes = new ArrayList<>();
        for (Layer layer : server.bean(Catalogue.class).layers()) {
            read(folder.resolve(layer.name() + ".shp"), layer.name(), changes);
        }
        publish(server, changes);
        return server;
    }

    private static ServerFixture empty() {
        return ServerFixture.join(
                Map.of("ruralmap.catalogue", RESOURCES.resolve("catalogue").toString()));
    }

    private static void publish(ServerFixture server, List<Change> changes) {
        server.bean(FeatureStore.class)
                .publish(new ChangesetDraft("test", Changeset.Source.IMPORT, "the layers of CITE", Map.of(), changes));
        server.bean(Snapshots.class).refresh();
    }

    private static void read(Path file, String layer, List<Change> changes) {
        try (Source source = SourceFiles.open(file, ReadOptions.defaults())) {
            int name = source.info().fields().stream()
                    .map(field -> field.name().toUpperCase(java.util.Locale.ROOT))
                    .toList()
                    .indexOf("NAME");
            source.forEach(row -> changes.add(insert(
                    layer,
                    name < 0 ? "" : (String) row.values().get(name),
                    java.util.Objects.requireNonNull(row.geometry()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableSourceException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Change insert(String layer, @Nullable String name, Geometry geometry) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(null);
        row.add(name);
        return new Change.Insert(layer, new Change.Content(ALWAYS, null, row, CoordinateGrid.snap(oriented(geometry))));
    }

    /** As the store wants it. */
    private static Geometry oriented(Geometry geometry) {
        Geometry copy = geometry.copy();
        copy.normalize();
        return copy.getDimension() == 2 ? copy.reverse() : copy;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
