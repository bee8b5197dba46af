package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.geopackage.GeoPackageStore;

/** A store in a folder and imports into it, on 21/11/2026. */
final class Importing implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    private final Path folder;
    final GeoPackageStore store;

    Importing(Path folder) {
        this.folder = folder;
        this.store = GeoPackageStore.open(folder.resolve("map.gpkg"), CATALOGUE);
    }

    ImportResult run(ImportOptions options) {
        return run(store, options);
    }

    ImportResult run(FeatureStore into, ImportOptions options) {
        try {
            ImportResult result = pipeline(into).run(options, ImportProgress.none());
            assertThat(codes(result)).allSatisfy(code -> assertThat(IssueCodes.find(code))
                    .as("every reported code is documented: " + code)
                    .isPresent());
            return result;
        } catch (InvalidImportException | IOException e) {
            throw new AssertionError(e);
        }
    }

    ImportPipeline pipeline(FeatureStore into) {
        return new ImportPipeline(CATALOGUE, into, Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC));
    }

    PlannedImport plan(ImportOptions options) {
        try {
            return pipeline(store).plan(options, ImportProgress.none());
        } catch (InvalidImportException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A GeoJSON file with these features. */
    Path geoJson(String... features) {
        Path file = folder.resolve("rows.geojson");
        try {
            return Files.writeString(
                    file, "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ImportOptions options(String layer, String... features) {
        return ImportOptions.of(geoJson(features), layer, "Lan");
    }

    /** A commune on a square. @param place lon, lat of its lower left corner and its side, in degrees */
    static String commune(String code, String name, double... place) {
        return feature("\"ma_xa\":\"" + code + "\",\"ten_xa\":\"" + name + "\"", place);
    }

    static String feature(String properties, double... place) {
        double x = place[0];
        double y = place[1];
        double side = place[2];
        return "{\"type\":\"Feature\",\"properties\":{" + properties + "},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[[" + x + "," + y + "],[" + (x + side) + "," + y + "],[" + (x + side) + ","
                + (y + side) + "],[" + x + "," + (y + side) + "],[" + x + "," + y + "]]]}}";
    }

    List<Feature> all(String layer) {
        var delta = store.readSince(0).layers().get(layer);
        return delta == null ? List.of() : delta.present();
    }

    List<Feature> inForce(String layer, LocalDate date) {
        return all(layer).stream()
                .filter(feature -> feature.validity().contains(date))
                .toList();
    }

    /** Labels of what is in force on a day, in alphabetical order. */
    List<String> names(String layer, LocalDate date) {
        return inForce(layer, date).stream()
                .map(feature -> feature.text(
                        CATALOGUE.getLayer(layer),
                        CATALOGUE.getLayer(layer).presentation().label()))
                .sorted()
                .toList();
    }

    static List<String> codes(ImportResult result) {
        return List.copyOf(result.report().findings().counts().keySet());
    }

    @Override
    public void close() {
        store.close();
    }
}
