package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapefileGeometryTest {
    private static final double[] SQUARE = {0, 0, 0, 9, 9, 9, 9, 0, 0, 0};
    private static final double[] HOLE = {1, 1, 8, 1, 8, 8, 1, 8, 1, 1};
    private static final double[] ISLAND = {2, 2, 2, 3, 3, 3, 3, 2, 2, 2};

    @TempDir
    Path folder;

    private Reading read(ShapefileBytes shapefile) throws IOException, UnreadableSourceException {
        return Reading.of(shapefile.write(folder, "xa"));
    }

    @Test
    void points_lines_multipoints_and_null_shapes_come_as_they_are() throws Exception {
        assertThat(read(new ShapefileBytes(1).point(105.5, 9.25).nothing()).wkt())
                .containsExactly("POINT (105.5 9.25)", null);
        assertThat(read(new ShapefileBytes(3).parts(3, new double[] {0, 0, 1, 1}, new double[] {5, 5, 6, 6}))
                        .wkt())
                .containsExactly("MULTILINESTRING ((0 0, 1 1), (5 5, 6 6))");
        assertThat(read(new ShapefileBytes(8).multiPoint(1, 2, 3, 4)).wkt())
                .containsExactly("MULTIPOINT ((1 2), (3 4))");
    }

    @Test
    void rings_are_nested_by_where_they_lie_whatever_their_order_and_orientation() throws Exception {
        String expected =
                "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((2 2, 2 3, 3 3, 3 2, 2 2)))";
        String islandFirst =
                "MULTIPOLYGON (((2 2, 2 3, 3 3, 3 2, 2 2)), ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)))";

        assertThat(read(new ShapefileBytes(5).parts(5, SQUARE, HOLE, ISLAND)).wkt())
                .containsExactly(expected);
        assertThat(read(new ShapefileBytes(5).parts(5, ISLAND, HOLE, SQUARE)).wkt())
                .containsExactly(islandFirst);

        double[] holeTheWrongWay = {1, 1, 1, 8, 8, 8, 8, 1, 1, 1};
        assertThat(read(new ShapefileBytes(5).parts(5, SQUARE, holeTheWrongWay)).wkt())
                .containsExactly("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 1 8, 8 8, 8 1, 1 1))");
    }

    @Test
    void a_part_that_overlaps_its_neighbour_a_little_is_no_hole() throws Exception {
        double[] neighbour = {8.9, 0, 8.9, 9, 20, 9, 20, 0, 8.9, 0};

        assertThat(read(new ShapefileBytes(5).parts(5, SQUARE, neighbour)).wkt())
                .containsExactly("MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0)), ((8.9 0, 8.9 9, 20 9, 20 0, 8.9 0)))");
    }

    @Test
    void an_open_ring_is_closed_and_a_stump_is_dropped_with_a_word_on_each() throws Exception {
        Reading reading = read(new ShapefileBytes(5)
                .parts(5, new double[] {0, 0, 0, 9, 9, 9})
                .parts(5, SQUARE, new double[] {1, 1, 2, 2, 1, 1})
                .parts(5, new double[] {1, 1, 2, 2}));

        assertThat(reading.wkt())
                .containsExactly("POLYGON ((0 0, 0 9, 9 9, 0 0))", "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))", null);
        assertThat(reading.findings())
                .contains("1 RING_NOT_CLOSED", "2 RING_TOO_SHORT", "3 RING_TOO_SHORT", "3 GEOMETRY_EMPTY");
    }

    @Test
    void coordinates_that_are_no_numbers_cost_the_row_its_geometry_only() throws Exception {
        Reading reading = read(new ShapefileBytes(1)
                .point(Double.NaN, 1)
                .point(1, -1e39)
                .point(1, Double.POSITIVE_INFINITY)
                .point(1, 2));

        assertThat(reading.wkt()).containsExactly(null, null, null, "POINT (1 2)");
        assertThat(reading.findings()).contains("1 COORDINATE_NOT_A_NUMBER", "2 COORDINATE_NOT_A_NUMBER");
    }

    @Test
    void heights_and_measures_are_left_out_and_may_be_missing() throws Exception {
        ByteBuffer pointZm =
                ShapefileBytes.little(36).putInt(11).putDouble(1).putDouble(2).putDouble(3);

        Reading reading = read(new ShapefileBytes(15).record(pointZm).parts(15, SQUARE));

        assertThat(reading.wkt()).containsExactly("POINT (1 2)", "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0))");
        assertThat(reading.findings()).contains("0 Z_M_DROPPED", "1 SHAPE_TYPE_DIFFERS");
    }

    @Test
    void a_multipatch_gives_polygons_if_it_is_made_of_rings() throws Exception {
        Reading reading = read(
                new ShapefileBytes(31).parts(31, new int[] {2, 3}, SQUARE, HOLE).parts(31, new int[] {1}, SQUARE));

        assertThat(reading.wkt())
                .containsExactly("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))", null);
        assertThat(reading.findings()).contains("1 MULTIPATCH_FLATTENED", "2 GEOMETRY_DAMAGED");
    }

    @Test
    void counts_beyond_the_record_are_not_believed() throws Exception {
        ByteBuffer parts = ShapefileBytes.little(60)
                .putInt(5)
                .putInt(36, Integer.MAX_VALUE)
                .putInt(40, 1);
        ByteBuffer points = ShapefileBytes.little(60).putInt(5).putInt(36, 1).putInt(40, Integer.MAX_VALUE);
        ByteBuffer backwards =
                ShapefileBytes.little(80).putInt(3).putInt(36, 2).putInt(40, 1).putInt(44, 1);

        Reading reading =
                read(new ShapefileBytes(5).record(parts).record(points).record(backwards));

        assertThat(reading.wkt()).containsExactly(null, null, null);
        assertThat(reading.findings()).contains("1 GEOMETRY_DAMAGED", "2 GEOMETRY_DAMAGED", "3 GEOMETRY_DAMAGED");
    }

    @Test
    void a_file_cut_within_its_last_record_gives_the_others() throws Exception {
        byte[] whole = new ShapefileBytes(1).point(1, 2).point(3, 4).shp();
        Path file = Files.write(folder.resolve("cut.shp"), Arrays.copyOf(whole, whole.length - 6));

        Reading reading = Reading.of(file);

        assertThat(reading.wkt()).containsExactly("POINT (1 2)", null);
        assertThat(reading.findings()).contains("2 GEOMETRY_DAMAGED", "0 SHP_LENGTH_DIFFERS");
    }

    @Test
    void noise_after_the_last_record_is_told_from_padding() throws Exception {
        assertThat(read(new ShapefileBytes(1).point(1, 2).tail(new byte[40])).findings())
                .contains("0 SHP_PADDING");
        Reading noisy = read(
                new ShapefileBytes(1).point(1, 2).tail(new byte[] {-9, -9, -9, -9, -9, -9, -9, -9, -9, -9, -9, -9}));
        assertThat(noisy.wkt()).containsExactly("POINT (1 2)");
        assertThat(noisy.findings()).contains("2 SHP_BROKEN");
    }

    @Test
    void the_index_tells_which_records_are_dead_when_the_table_agrees_with_it() throws Exception {
        ShapefileBytes edited = new ShapefileBytes(1).point(1, 1).point(2, 2).point(2.5, 2.5);
        edited.write(folder, "xa");
        Files.write(folder.resolve("xa.shx"), edited.shx(0, 2));
        java.util.List<ShapefileBytes.Column> columns = java.util.List.of(new ShapefileBytes.Column("a", 'C', 1, 0));
        Files.write(folder.resolve("xa.dbf"), ShapefileBytes.dbf(0, columns, new String[] {"x"}, new String[] {"y"}));

        Reading reading = Reading.of(folder.resolve("xa.shp"));

        assertThat(reading.wkt()).containsExactly("POINT (1 1)", "POINT (2.5 2.5)");
        assertThat(reading.findings()).contains("0 SHX_USED");
    }

    @Test
    void an_index_that_disagrees_with_a_sound_file_is_passed_over() throws Exception {
        ShapefileBytes sound = new ShapefileBytes(1).point(1, 1).point(2, 2);
        sound.write(folder, "xa");
        Files.write(folder.resolve("xa.shx"), sound.shx(1));

        Reading reading = Reading.of(folder.resolve("xa.shp"));

        assertThat(reading.wkt()).containsExactly("POINT (1 1)", "POINT (2 2)");
        assertThat(reading.findings()).contains("0 SHX_DIFFERS");
    }

    @Test
    void the_index_leads_past_a_damaged_spot() throws Exception {
        ShapefileBytes sound = new ShapefileBytes(1).point(1, 1).point(2, 2).point(3, 3);
        byte[] shp = sound.shp();
        Arrays.fill(shp, 128, 148, (byte) -1);
        Files.write(folder.resolve("xa.shp"), shp);
        Files.write(folder.resolve("xa.shx"), sound.shx(0, 1, 2));

        Reading reading = Reading.of(folder.resolve("xa.shp"));

        assertThat(reading.wkt()).containsExactly("POINT (1 1)", null, "POINT (3 3)");
        assertThat(reading.findings()).contains("0 SHX_USED", "2 GEOMETRY_DAMAGED");
    }

    @Test
    void a_file_that_is_no_shapefile_is_refused_in_both_languages() throws Exception {
        Path file = Files.write(folder.resolve("xa.shp"), new byte[200]);

        assertThatThrownBy(() -> Reading.of(file)).isInstanceOfSatisfying(UnreadableSourceException.class, refused -> {
            assertThat(refused.code()).isEqualTo("SHP_BROKEN");
            assertThat(refused.text().vi()).contains("xa.shp", "byte 0", "9994", "xuất lại");
            assertThat(refused.text().en()).contains("xa.shp", "byte 0", "9994", "export it again");
        });
    }
}
