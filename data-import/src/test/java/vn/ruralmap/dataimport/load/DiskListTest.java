package vn.ruralmap.dataimport.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Validity;

/** Rows of an import wait on disk. */
class DiskListTest {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final DiskList<ImportRow> rows = new DiskList<>(new RowForm());

    @AfterEach
    void close() {
        rows.close();
    }

    private static ImportRow row(long number, Validity validity, String decision, String wkt, Object... values) {
        try {
            Geometry geometry = wkt == null ? null : new WKTReader(CoordinateGrid.FACTORY).read(wkt);
            return new ImportRow(
                    number, new Change.Content(validity, decision, Arrays.asList(values), geometry), number % 2 == 0);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRowComesBackAsItWas() {
        String holed = "MULTIPOLYGON (((106 9.5, 106.01 9.5, 106.01 9.51, 106 9.5), (106.005 9.502, 106.006 9.503,"
                + " 106.006 9.502, 106.005 9.502)), ((107.12345678 9, 108 9, 108 10, 107.12345678 9)))";
        List<ImportRow> all = List.of(
                row(1, Validity.since(REFORM), null, holed, "Ấp Đại Hữu", null, 7L, 0.1, true, REFORM),
                row(
                        2,
                        new Validity(REFORM, REFORM.plusYears(1)),
                        "QĐ 1/2025",
                        "POINT (105.9 9.7)",
                        "",
                        "x".repeat(70_000)),
                row(Integer.MAX_VALUE, Validity.since(LocalDate.of(1, 1, 1)), "", null, false, -1L, Double.MIN_VALUE));

        rows.addAll(all);

        for (int i = 0; i < all.size(); i++) {
            ImportRow back = rows.get(i);
            assertThat(back)
                    .usingRecursiveComparison()
                    .ignoringFields("content.geometry")
                    .isEqualTo(all.get(i));
            Geometry geometry = all.get(i).content().geometry();
            if (geometry == null) {
                assertThat((Object) back.content().geometry()).isNull();
            } else {
                assertThat(back.content().geometry().equalsExact(geometry)).isTrue();
                assertThat(back.content().geometry().getSRID()).isEqualTo(4326);
            }
        }
    }

    @Test
    void anyOrderOfReadingAndWritingGivesTheSame() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            String text = "dòng " + i + " " + "ư".repeat(random.nextInt(60));
            expected.add(text);
            rows.add(row(i, Validity.since(REFORM), null, "POINT (105 9)", text));
            if (i % 100 == 0) {
                int any = random.nextInt(i + 1);
                assertThat(rows.get(any).content().values()).containsExactly(expected.get(any));
            }
        }
        assertThat(rows).hasSize(60_000);
        int at = 0;
        for (ImportRow row : rows) {
            assertThat(row.content().values().get(0)).isEqualTo(expected.get(at++));
        }
    }

    @Test
    void severalThreadsReadAtOnce() {
        for (int i = 0; i < 40_000; i++) {
            rows.add(row(i, Validity.since(REFORM), null, "POINT (105 9)", "dòng " + i));
        }
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            threads.add(new Thread(() -> {
                for (int i = 0; i < 2_000; i++) {
                    int any = random.nextInt(40_000);
                    if (!rows.get(any).content().values().equals(List.of("dòng " + any))) {
                        wrong.add("dòng " + any);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereIsNothingBesideItsElements() {
        rows.add(row(1, Validity.since(REFORM), null, "POINT (105 9)", "A"));
        assertThatThrownBy(() -> rows.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        rows.close();
        assertThat(rows).isEmpty();
    }
}
