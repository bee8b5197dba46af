package vn.ruralmap.server.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.server.FixtureData;
import vn.ruralmap.server.GoldenFiles;
import vn.ruralmap.server.ServerFixture;
import vn.ruralmap.server.encoding.SpatialReference;

/** Formats that people can read: what a file holds, byte by byte. */
class TextFormatsTest {

    private static final GoldenFiles GOLDEN = new GoldenFiles("formats");

    @ParameterizedTest
    @CsvSource({"communes", "hamlets", "material_zones", "ntm_status"})
    void geojson_is_as_expected(String layer) {
        GOLDEN.assertSame(layer + ".geojson", Files.text("geojson", Files.table(layer)));
    }

    @ParameterizedTest
    @CsvSource({"communes", "hamlets", "material_zones", "ntm_status"})
    void csv_is_as_expected(String layer) {
        GOLDEN.assertSame(layer + ".csv", Files.text("csv", Files.table(layer)));
    }

    @Test
    void words_of_codes_stand_beside_the_codes() {
        String csv = Files.text("csv", Files.table("material_zones").withWords("vi"));

        assertThat(csv.lines().findFirst().orElseThrow())
                .contains("scheme,scheme_vi,")
                .contains("status,status_vi,");
        assertThat(csv).contains("planting_export,Vùng trồng xuất khẩu,").contains("revoked,Đã thu hồi,");
    }

    @Test
    void a_place_is_a_point_within_if_so_asked() {
        String csv = Files.text("csv", Files.table("communes").withPlaces(FeatureTable.Places.POINT));

        assertThat(csv.lines().findFirst().orElseThrow())
                .endsWith("decision,lon,lat")
                .doesNotContain("WKT");
        assertThat(csv).contains("Nhơn Mỹ").contains(",105.925,9.725\r\n");
    }

    @Test
    void a_file_in_vn2000_says_so_and_has_metres() {
        SpatialReference system = SpatialReference.find("EPSG:9209").orElseThrow();
        JsonNode json = JsonMapper.shared()
                .readTree(Files.text("geojson", Files.table("hamlets").in(system)));

        assertThat(json.at("/crs/properties/name").asString()).isEqualTo("urn:ogc:def:crs:EPSG::9209");
        JsonNode position = json.at("/features/0/geometry/coordinates");
        // 0.455 degree east of 105°30', in metres at 9.8° north, and what the datums differ by
        assertThat(position.get(0).asDouble()).isBetween(549_500.0, 550_500.0);
        assertThat(position.get(1).asDouble()).isBetween(1_082_000.0, 1_083_500.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "=1+1; '=1+1",
                "+cmd|' /C calc'!A0; '+cmd|' /C calc'!A0",
                "@SUM(A1); '@SUM(A1)",
                "-2+3+HYPERLINK(1); '-2+3+HYPERLINK(1)",
                "＝1+1; '＝1+1",
                "+84 299 3822; +84 299 3822",
                "-12,5; -12,5",
                "Ấp An Ninh; Ấp An Ninh",
            })
    void a_text_that_a_spreadsheet_would_run_is_made_harmless(String stored, String written) {
        assertThat(CsvFile.text(stored)).isEqualTo(written);
    }

    @Test
    void numbers_are_numbers() {
        assertThat(CsvFile.text(-12_345_678.5)).isEqualTo("-12345678.5");
        assertThat(CsvFile.text(-5L)).isEqualTo("-5");
        assertThat(CsvFile.text(12_000_000.0)).isEqualTo("12000000");
    }

    @Test
    void no_format_tells_what_is_private() {
        for (FileFormat format : ServerFixture.get().bean(FileFormats.class).list()) {
            String file = new String(
                    Files.bytes(format.name(), Files.table("material_zones")),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(file).as(format.name()).isNotEmpty();
            assertThat(file).as(format.name()).doesNotContain(FixtureData.SECRET, "id_number", "representative");
        }
    }

    @Test
    void properties_that_are_private_cannot_be_chosen() {
        FeatureTable table = Files.table("material_zones");
        FeatureTable chosen = table.withProperties(table.view().properties());

        assertThat(chosen.columns()).extracting(Column::name).doesNotContain("phone", "id_number", "representative");
    }

    @Test
    void formats_are_known_by_all_their_names() {
        for (FileFormat format : ServerFixture.get().bean(FileFormats.class).list()) {
            List<String> names = new java.util.ArrayList<>(format.aliases());
            names.addAll(
                    List.of(format.name(), format.mediaType(), format.name().toUpperCase(java.util.Locale.ROOT)));
            assertThat(names).allSatisfy(name -> assertThat(Files.format(name)).isSameAs(format));
        }
    }
}
