package vn.ruralmap.layers.store.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.ruralmap.layers.store.Changes.commune;
import static vn.ruralmap.layers.store.Changes.draft;
import static vn.ruralmap.layers.store.Changes.site;
import static vn.ruralmap.layers.store.Changes.square;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.ContractCatalogue;
import vn.ruralmap.layers.store.InvalidChangeException;
import vn.ruralmap.layers.store.StoreException;

/** Which files are opened, upgraded, fitted to the catalogue, or refused. */
class OpeningTest {

    private static final String NEXT = "classpath:db/geopackage-next";

    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsMade() {
        Path file = folder.resolve("a/b/store.gpkg");
        GeoPackageStore.open(file, ContractCatalogue.create()).close();
        assertThat(file).exists();
    }

    @Test
    void anEmptyFileBecomesAStore() throws IOException {
        Path file = Files.createFile(folder.resolve("store.gpkg"));
        try (GeoPackageStore store = GeoPackageStore.open(file, ContractCatalogue.create())) {
            store.publish(draft(site("S", "POINT (1 1)")));
        }
        assertThat(Files.readAllBytes(file))
                .startsWith("SQLite format 3".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(new String(Files.readAllBytes(file), 68, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("GPKG");
    }

    @Test
    void aDatabaseOfSomebodyElseIsRefusedAndLeftAsItIs() throws IOException, SQLException {
        Path file = folder.resolve("ranh_gioi.gpkg");
        GeoPackageFileTest.execute(
                file, "CREATE TABLE gpkg_contents (table_name TEXT)", "INSERT INTO gpkg_contents VALUES ('xa')");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> GeoPackageStore.open(file, ContractCatalogue.create()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("ranh_gioi.gpkg is a database, but not a store of ruralmap")
                .hasMessageContaining("./ruralmap import ranh_gioi.gpkg --layer NAME");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining("glob:**-wal");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("xa.geojson"), "{\"type\": \"FeatureCollection\"}".repeat(50));
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> GeoPackageStore.open(file, ContractCatalogue.create()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("xa.geojson")
                .hasMessageContaining("not a database");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aStoreOfANewerProgramIsRefused() {
        Path file = folder.resolve("store.gpkg");
        Migrations.migrate(file, new Connections(file), Migrations.SHIPPED, NEXT);
        assertThatThrownBy(() -> GeoPackageStore.open(file, ContractCatalogue.create()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store.gpkg was made by a newer version of ruralmap (tables 1000)")
                .hasMessageContaining("use that version or a later one");
    }

    @Test
    void anOlderStoreIsUpgradedAndKeepsItsData() {
        Path file = folder.resolve("store.gpkg");
        publishOneSite(file, ContractCatalogue.create());
        Migrations.migrate(file, new Connections(file), Migrations.SHIPPED, NEXT);
        assertThatThrownBy(() -> GeoPackageStore.open(file, ContractCatalogue.create()))
                .hasMessageContaining("newer version");
        try (java.sql.Connection connection = new Connections(file).openReader();
                java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet rows = statement.executeQuery("SELECT message, later FROM ruralmap_changesets")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("thử nghiệm");
            assertThat(rows.getString(2)).isNull();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void publishOneSite(Path file, Catalogue catalogue) {
        try (GeoPackageStore store = GeoPackageStore.open(file, catalogue)) {
            store.publish(draft(site("S", "POINT (1 1)")));
        }
    }

    private static Catalogue sitesWith(Attribute... more) {
        return ContractCatalogue.of(List.of(ContractCatalogue.communes(), ContractCatalogue.sites(List.of(more))));
    }

    @Test
    void anAttributeThatTheCatalogueGainsBecomesAColumnAndOldRowsHaveNoValueInIt() {
        Path file = folder.resolve("store.gpkg");
        publishOneSite(file, ContractCatalogue.create());
        Catalogue richer = sitesWith(ContractCatalogue.attribute("website", AttributeType.TEXT));
        try (GeoPackageStore store = GeoPackageStore.open(file, richer)) {
            Feature old = store.readSince(0).layers().get("sites").present().get(0);
            assertThat(old.value(8)).isNull();
            assertThat(store.history("sites", 1).get(0).feature()).isEqualTo(old);
            store.revert(1, "minh");
        }
        // and a program with the former catalogue still works on it
        publishOneSite(file, ContractCatalogue.create());
    }

    @Test
    void anAttributeWhoseTypeWasChangedIsRefused() {
        Path file = folder.resolve("store.gpkg");
        GeoPackageStore.open(file, sitesWith(ContractCatalogue.attribute("beds", AttributeType.TEXT)))
                .close();
        Catalogue changed = sitesWith(ContractCatalogue.attribute("beds", AttributeType.INTEGER));
        assertThatThrownBy(() -> GeoPackageStore.open(file, changed))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "the catalogue says that 'beds' of layer sites is INTEGER, the store has it as TEXT");
    }

    @Test
    void aLayerMayTakeMoreKindsOfGeometryThanBefore() throws IOException, InterruptedException {
        Path file = folder.resolve("store.gpkg");
        publishOneSite(file, points(Set.of(GeometryKind.POINT)));
        try (GeoPackageStore store =
                GeoPackageStore.open(file, points(Set.of(GeometryKind.POINT, GeometryKind.POLYGON)))) {
            store.publish(draft(new vn.ruralmap.layers.model.Change.Insert(
                    "sites",
                    vn.ruralmap.layers.store.Changes.content(
                            vn.ruralmap.layers.model.Validity.since(vn.ruralmap.layers.store.Changes.REFORM),
                            square(105, 9),
                            "T",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null))));
            Gdal.demand();
            assertThat(Gdal.ogrinfo("-ro", "-so", file.toString(), "sites")).contains("Geometry: Unknown (any)");
        }
    }

    private static Catalogue points(Set<GeometryKind> kinds) {
        return ContractCatalogue.of(List.of(
                ContractCatalogue.communes(),
                ContractCatalogue.layer(
                        "sites", kinds, ContractCatalogue.sites().attributes(), null)));
    }

    @Test
    void aLayerThatBecomesDerivedIsRefused() {
        Path file = folder.resolve("store.gpkg");
        publishOneSite(file, ContractCatalogue.create());
        Layer derived = ContractCatalogue.layer(
                "sites",
                Set.of(),
                ContractCatalogue.sites().attributes(),
                new Layer.Derivation("communes", "commune", java.util.Map.of(), java.util.Map.of()));
        assertThatThrownBy(() -> GeoPackageStore.open(
                        file, ContractCatalogue.of(List.of(ContractCatalogue.communes(), derived))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("layer sites is derived");
    }

    @Test
    void aChangesetOnALayerThatLeftTheCatalogueCannotBeHalfReverted() {
        Path file = folder.resolve("store.gpkg");
        try (GeoPackageStore store = GeoPackageStore.open(file, ContractCatalogue.create())) {
            store.publish(draft(commune("1", "A", square(105, 9)), site("S", "POINT (1 1)")));
        }
        Catalogue poorer = ContractCatalogue.of(List.of(ContractCatalogue.communes()));
        try (GeoPackageStore store = GeoPackageStore.open(file, poorer)) {
            assertThatThrownBy(() -> store.revert(1, "minh"))
                    .isInstanceOf(InvalidChangeException.class)
                    .hasMessageContaining("changeset 1 changed the layer sites, which is no longer in the catalogue");
            assertThat(store.readSince(0).layers().get("communes").present()).hasSize(1);
        }
    }
}
