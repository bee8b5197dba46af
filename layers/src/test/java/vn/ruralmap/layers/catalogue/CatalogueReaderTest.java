package vn.ruralmap.layers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

class CatalogueReaderTest {

    private static final String WELLS = """
            title: {vi: Giếng, en: Wells}
            description: {vi: Giếng nước., en: Water wells.}
            geometry: point
            label: name
            style: wells
            key: name
            attributes:
              - name: name
                type: text
                title: {vi: Tên, en: Name}
              - name: depth
                type: decimal
                title: {vi: Độ sâu, en: Depth}
              - name: kind
                type: code
                title: {vi: Loại, en: Kind}
                codes:
                  đào: {vi: Đào, en: Dug}
              - name: commune
                type: reference
                layer: communes
                title: {vi: Xã, en: Commune}
            """;
    private static final String STYLE = """
            <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se">
              <NamedLayer><se:Name>wells</se:Name><UserStyle><se:Name>wells</se:Name><se:FeatureTypeStyle><se:Rule>
                <se:Name>all</se:Name>
                <se:Description><se:Title>Giếng</se:Title></se:Description>
                <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName></se:Mark>
                </se:Graphic></se:PointSymbolizer>
              </se:Rule></se:FeatureTypeStyle></UserStyle></NamedLayer>
            </StyledLayerDescriptor>
            """;

    @TempDir
    Path directory;

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Catalogue wells(String yaml) throws IOException {
        write("styles/wells.sld", STYLE);
        write("layers/wells.yaml", yaml);
        return CatalogueReader.read(directory);
    }

    @Test
    void theDefaultCatalogueHasTheSevenLayersWithStyles() {
        Catalogue catalogue = CatalogueReader.readDefault();
        assertThat(catalogue.layers())
                .extracting(Layer::name)
                .containsExactly(
                        "provinces",
                        "districts",
                        "ntm_status",
                        "communes",
                        "material_zones",
                        "hamlets",
                        "tourism_sites");
        assertThat(catalogue.styles())
                .containsOnlyKeys(catalogue.layers().stream().map(Layer::name).toList());
        assertThat(catalogue.service().title())
                .isEqualTo(new LocalizedText("Bản đồ số nông thôn mới", "New-style rural map"));
        assertThat(catalogue.service().labels())
                .extracting(label -> label.text().vi())
                .contains("Quần đảo Hoàng Sa (Việt Nam)", "Quần đảo Trường Sa (Việt Nam)");
    }

    @Test
    void theDefaultLayersSayWhatTheyHold() {
        Catalogue catalogue = CatalogueReader.readDefault();
        Layer communes = catalogue.getLayer("communes");
        assertThat(communes.coverage()).isTrue();
        assertThat(communes.geometryKinds()).containsExactly(GeometryKind.POLYGON);
        assertThat(communes.key()).containsExactly("code");
        assertThat(communes.labelAttribute().name()).isEqualTo("name");
        assertThat(communes.findAttribute("kind").orElseThrow().codes())
                .extracting(entry -> entry.code())
                .containsExactly("xã", "phường", "thị trấn", "đặc khu");
        assertThat(communes.findAttribute("code").orElseThrow().flags())
                .containsExactlyInAnyOrder(Attribute.Flag.REQUIRED, Attribute.Flag.UNIQUE, Attribute.Flag.SEARCHABLE);

        assertThat(catalogue.getLayer("material_zones").attributes())
                .filteredOn(Attribute::isPrivate)
                .extracting(Attribute::name)
                .containsExactly("representative", "phone", "id_number");
        assertThat(catalogue.getLayer("hamlets").geometryKinds())
                .isEqualTo(Set.of(GeometryKind.POINT, GeometryKind.POLYGON));
        Layer status = catalogue.getLayer("ntm_status");
        assertThat(status.isDerived()).isTrue();
        assertThat(status.derivation())
                .isNotNull()
                .extracting(Layer.Derivation::source)
                .isEqualTo("communes");
        assertThat(catalogue.layers())
                .allSatisfy(layer -> assertThat(layer.labelAttribute()).isNotNull());
    }

    @Test
    void anOperatorsDirectoryAddsALayerWithoutCode() throws IOException {
        Catalogue catalogue = wells(WELLS);
        assertThat(catalogue.layers()).hasSize(8);
        Layer wells = catalogue.getLayer("wells");
        assertThat(wells.geometryKinds()).containsExactly(GeometryKind.POINT);
        assertThat(wells.attributes())
                .extracting(Attribute::type)
                .containsExactly(
                        AttributeType.TEXT, AttributeType.DECIMAL, AttributeType.CODE, AttributeType.REFERENCE);
        assertThat(catalogue.style(wells)).isNotNull();
    }

    @Test
    void anOperatorsFileReplacesTheShippedOneOfItsName() throws IOException {
        write("styles/wells.sld", STYLE);
        write("layers/tourism_sites.yaml", WELLS);
        write("catalogue.yaml", "title: {vi: Bản đồ Kế Sách, en: Map of Ke Sach}\nlayers: [communes, tourism_sites]\n");
        Catalogue catalogue = CatalogueReader.read(directory);
        assertThat(catalogue.layers()).extracting(Layer::name).containsExactly("communes", "tourism_sites");
        assertThat(catalogue.getLayer("tourism_sites").title().en()).isEqualTo("Wells");
        assertThat(catalogue.service().title().en()).isEqualTo("Map of Ke Sach");
        assertThat(catalogue.service().labels())
                .as("what is not given anew stays")
                .isNotEmpty();
    }

    @Test
    void textsInFilesAreNormalisedSoThatCodesMatchData() throws IOException {
        String decomposed = java.text.Normalizer.normalize(WELLS, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(WELLS);
        Attribute kind =
                wells(decomposed).getLayer("wells").findAttribute("kind").orElseThrow();
        assertThat(kind.findCode("đào")).isPresent();
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws IOException {
        assertThat(wells("\uFEFF" + WELLS).findLayer("wells")).isPresent();
    }

    /** What is replaced in the file of the wells, by what, and the complaint. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key: name | keys: name | wells.yaml:6: unknown key 'keys'; known here: attributes, coverage,
            type: decimal | type: float | wells.yaml:12: unknown type 'float'; known: text, integer, decimal,
            style: wells | style: springs | wells.yaml:5: the style file styles/springs.sld is missing
            style: wells | style: ../wells | wells.yaml:5: '../wells' is not a style name
            key: name | label: name | wells.yaml:6: the key 'label' is there twice
            layer: communes | layer: villages | 'commune' refers to the layer 'villages', which is not in the catalogue
            type: text | `type: text\n    pattern: '[0-9'` | wells.yaml:10: not a regular expression: Unclosed character class
            geometry: point | geometry: circle | wells.yaml:3: unknown geometry 'circle'; known: point, line, polygon
            geometry: point | geometry: [] | wells.yaml:3: the list is empty
            geometry: point | `geometry: point\ncoverage: true` | wells.yaml:4: only a layer of polygons alone can be a coverage
            title: {vi: Giếng, en: Wells} | visible: true | wells.yaml:1: the key 'title' is missing
            title: {vi: Giếng, en: Wells} | title: {vi: Giếng} | wells.yaml:1: the key 'en' is missing
            title: {vi: Giếng, en: Wells} | title: Wells | wells.yaml:1: expected keys with values
            title: {vi: Giếng, en: Wells} | title: {vi: Giếng, en: Wells | wells.yaml:2: not valid YAML
            key: name | visible: maybe | wells.yaml:6: expected true or false, not 'maybe'
            label: name | label: nom | wells.yaml:4: the layer has no attribute 'nom'
            label: name | label: fid | wells.yaml:4: the layer has no attribute 'fid'
            key: name | key: [name, decision] | wells.yaml:6: the layer has no attribute 'decision'
            name: depth | name: name | wells.yaml:11: the attribute 'name' is there twice
            name: depth | name: version | wells.yaml:11: the attribute 'version' is there twice, or every layer has it
            name: depth | name: geom | wells.yaml:11: the attribute name 'geom' is reserved
            name: depth | name: Độ sâu | wells.yaml:11: 'Độ sâu' is not an attribute name
            name: depth | name: commune_code | two properties are called 'commune_code'
            type: decimal | `type: decimal\n    required: 1` | wells.yaml:13: expected true or false, not '1'
            type: decimal | type: code | 'codes' is for attributes of type code, and they need it
            type: decimal | `type: decimal\n    layer: communes` | 'layer' is for attributes of type reference
            name: depth | name: | wells.yaml:11: expected a text
            đào: {vi: Đào, en: Dug} | đào: {vi: Đào, de: x} | wells.yaml:18: unknown key 'de'
            """)
    void aMistakeIsReportedWithFileLineAndReason(String right, String wrong, String complaint) throws IOException {
        String mistaken = WELLS.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(mistaken).isNotEqualTo(WELLS);
        assertThatThrownBy(() -> wells(mistaken))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("wells.yaml:")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            absent: {level: none} | absent: {level: nil} | 'nil' is not in the code list of 'level'
            absent: {level: none} | absent: {criteria_met: few} | expected a whole number, not 'few'
            absent: {level: none} | absent: {recognised_on: 1/7/2025} | expected a date such as 2025-07-01
            absent: {level: none} | absent: {degree: none} | the layer has no attribute 'degree'
            where: {kind: [xã]} | where: {kind: [xa]} | 'xa' is not in the code list of 'kind'
            where: {kind: [xã]} | where: {sort: [xã]} | the layer communes has no attribute 'sort'
            source: communes | source: villages | the source 'villages' is not a layer with geometry
            through: commune | through: level | 'level' is not a reference to communes
            key: commune | geometry: polygon | a derived layer takes its geometry from its source
            """)
    void aMistakeInADerivedLayerIsReported(String right, String wrong, String complaint) throws IOException {
        write("layers/ntm_status.yaml", shipped("layers/ntm_status.yaml").replace(right, wrong));
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .isInstanceOf(CatalogueException.class)
                .hasMessageMatching("(?s).*ntm_status\\.yaml:\\d+: .*")
                .hasMessageContaining(complaint);
    }

    @Test
    void valuesOfAbsentRowsHaveTheTypeOfTheirAttribute() throws IOException {
        write(
                "layers/ntm_status.yaml",
                shipped("layers/ntm_status.yaml")
                        .replace("absent: {level: none}", "absent: {level: none, criteria_met: 0}"));
        Layer.Derivation derivation =
                CatalogueReader.read(directory).getLayer("ntm_status").derivation();
        assertThat(derivation).isNotNull();
        assertThat(derivation.absent()).containsEntry("criteria_met", 0L).containsEntry("level", "none");
    }

    private static String shipped(String name) throws IOException {
        return new String(new CatalogueFiles(null).readShipped(name).orElseThrow(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"gpkg_wells", "wells_history", "ruralmap_x", "Ruralmap_X", "giếng"})
    void aLayerNameThatTheStoreCannotUseIsRefused(String name) throws IOException {
        write("styles/wells.sld", STYLE);
        write("layers/" + name + ".yaml", WELLS);
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(name + ".yaml:1: the ")
                .hasMessageContaining("'" + name + "' is ");
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithTheLine() throws IOException {
        wells(WELLS);
        Files.write(
                directory.resolve("layers/wells.yaml"),
                WELLS.replace("Giếng", "Xã").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("wells.yaml:1: not UTF-8");
    }

    @Test
    void aControlCharacterAnEmptyFileAndABombAreRefusedWithTheFile() throws IOException {
        String bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        for (String bad :
                new String[] {WELLS.replace("Wells", "We\u0001lls"), "", "# nothing\n", bomb, "[".repeat(100)}) {
            assertThatThrownBy(() -> wells(bad))
                    .isInstanceOf(CatalogueException.class)
                    .hasMessageContaining("wells.yaml:");
        }
    }

    @Test
    void mistakesInTheMainFileAndAMissingDirectoryAreReported() throws IOException {
        assertThatThrownBy(() -> CatalogueReader.read(directory.resolve("none")))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("there is no such directory");
        write("catalogue.yaml", "titel: x\n");
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .hasMessageContaining("catalogue.yaml:1: unknown key 'titel'");
        write("catalogue.yaml", "layers: [communes, villages]\n");
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .hasMessageContaining("layers/villages.yaml: the file is missing");
        write("catalogue.yaml", "labels:\n  - {text: {vi: A, en: A}, lon: 1150, lat: 9, min_zoom: 4}\n");
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .hasMessageContaining("catalogue.yaml:2: expected a number from -180.0 to 180.0, not 1150");
    }

    @Test
    void twoLayersThatDifferInCapitalsOnlyAreRefused() throws IOException {
        write("styles/wells.sld", STYLE);
        write("layers/Communes.yaml", WELLS);
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .hasMessageContaining("Communes.yaml:1: another layer");
    }

    @Test
    void aLayerMayHaveSeveralStylesTheFirstBeingTheDefault() throws IOException {
        write("styles/other.sld", STYLE);
        Catalogue catalogue = wells(WELLS.replaceFirst("(?m)^style: .*$", "style: [wells, other]"));
        Layer wells = catalogue.getLayer("wells");

        assertThat(catalogue.styles(wells).keySet()).containsExactly("wells", "other");
        assertThat(catalogue.style(wells)).isSameAs(catalogue.styles(wells).get("wells"));
        assertThat(catalogue.findStyle(wells, "communes")).isEmpty();
    }

    @Test
    void groupsHoldTheirLayersInDrawingOrder() throws IOException {
        write(
                "catalogue.yaml",
                "name: whole\ngroups:\n  - {name: units, title: {vi: a, en: b}, layers: [communes, provinces]}\n");
        Catalogue catalogue = CatalogueReader.read(directory);

        assertThat(catalogue.findGroup("units").orElseThrow().layers())
                .extracting(Layer::name)
                .containsExactly("provinces", "communes");
        assertThat(catalogue.findGroup("whole").orElseThrow().layers()).isEqualTo(catalogue.layers());
        assertThat(catalogue.findGroup("ruralmap")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: communes",
                "groups: [{name: communes, title: {vi: a, en: b}, layers: [hamlets]}]",
                "groups: [{name: ruralmap, title: {vi: a, en: b}, layers: [hamlets]}]",
                "groups: [{name: g, title: {vi: a, en: b}, layers: [rivers]}]",
                "groups: [{name: g, title: {vi: a, en: b}, layers: [hamlets, hamlets]}]"
            })
    void aGroupThatCannotBeAskedForIsRefusedWithItsLine(String yaml) throws IOException {
        write("catalogue.yaml", yaml + "\n");
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("catalogue.yaml:1:");
    }

    @Test
    void aMistakeInAStyleIsReportedWithItsFile() throws IOException {
        wells(WELLS);
        write("styles/wells.sld", "<StyledLayerDescriptor");
        assertThatThrownBy(() -> CatalogueReader.read(directory))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("wells.sld:");
    }
}
