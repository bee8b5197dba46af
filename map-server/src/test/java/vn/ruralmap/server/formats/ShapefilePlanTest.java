package vn.ruralmap.server.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;

/** What becomes of a layer that does not fit into one shapefile. */
class ShapefilePlanTest {

    @Test
    void each_kind_of_geometry_has_a_file() {
        List<ShapefilePlan.Part> parts = ShapefilePlan.of(Files.table("hamlets"), ShapefilePlan.MAX_BYTES)
                .parts();

        assertThat(parts).extracting(ShapefilePlan.Part::name).containsExactly("hamlets_point", "hamlets_polygon");
        assertThat(parts).extracting(ShapefilePlan.Part::kind).containsExactly(ShapeKind.POINT, ShapeKind.POLYGON);
        assertThat(parts.get(0).rows()).hasSize(4);
        assertThat(parts.get(1).rows()).hasSize(1);
    }

    @Test
    void a_file_that_would_be_too_large_goes_on_in_the_next() {
        // the head of a table is counted with 65,535 bytes, a record of a commune has some 200
        List<ShapefilePlan.Part> parts =
                ShapefilePlan.of(Files.table("communes"), 65_535 + 450).parts();

        assertThat(parts).extracting(ShapefilePlan.Part::name).startsWith("communes_1", "communes_2");
        assertThat(parts.stream()
                        .flatMap(part -> java.util.stream.StreamSupport.stream(
                                part.rows().spliterator(), false))
                        .map(row -> String.valueOf(row.values().get(0))))
                .containsExactly("3", "4", "5", "6", "7", "8");
    }

    @Test
    void names_of_fields_are_short_and_unlike_each_other() {
        FeatureTable table = Files.table("material_zones").withWords("vi");
        ShapefilePlan.Part part =
                ShapefilePlan.of(table, ShapefilePlan.MAX_BYTES).parts().get(0);

        List<String> names = part.columns().stream().map(DbfColumn::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() <= 10);
        assertThat(names).contains("declared_a", "commune_co", "commune_na", "status", "status_vi");
    }

    @Test
    void more_fields_than_a_table_can_have_go_on_in_another() {
        FeatureTable table = Files.table("communes");
        List<vn.ruralmap.layers.model.Property> many = java.util.stream.Stream.generate(
                        () -> table.view().properties())
                .flatMap(List::stream)
                .limit(300)
                .toList();
        List<ShapefilePlan.Part> parts = ShapefilePlan.of(table.withProperties(many), ShapefilePlan.MAX_BYTES)
                .parts();

        assertThat(parts).extracting(ShapefilePlan.Part::name).containsExactly("communes", "communes_fields2");
        assertThat(parts).extracting(part -> part.columns().size()).containsExactly(255, 46);
        assertThat(parts.get(1).kind()).isEqualTo(ShapeKind.NONE);
        assertThat(parts.get(1).columns().get(0))
                .isEqualTo(parts.get(0).columns().get(0));
    }
}
