package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static vn.ruralmap.dataimport.Importing.REFORM;
import static vn.ruralmap.dataimport.Importing.commune;
import static vn.ruralmap.dataimport.Importing.feature;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.ImportOptions.Dating;
import vn.ruralmap.dataimport.ImportOptions.Handling;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.diff.FeatureDiff.AttributeChange;
import vn.ruralmap.dataimport.diff.FeatureDiff.Kind;

/** What a dry run tells of each feature. */
class ImportDiffTest {

    private static final Handling DRY_RUN = new Handling(true, false);
    private static final LocalDate OLD = LocalDate.of(2008, 1, 1);

    @TempDir
    Path folder;

    private Importing importing;

    @BeforeEach
    void openStore() {
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        importing.close();
    }

    private ImportResult dryRun(String layer, String... rows) {
        return importing.run(importing.options(layer, rows).withHandling(DRY_RUN));
    }

    private static List<FeatureDiff> diff(ImportResult result, Kind kind) {
        List<FeatureDiff> all = result.diff().stream(kind).toList();
        assertThat(result.diff().count(kind)).isEqualTo(all.size());
        return all;
    }

    @Test
    void aNewFeatureIsToldWithItsGeodesicArea() {
        ImportResult result = dryRun("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));

        assertThat(diff(result, Kind.ADDED)).singleElement().satisfies(added -> {
            assertThat(added.row()).isEqualTo(1);
            assertThat(added.name()).isEqualTo("Xã Kế Sách (31528)");
            // 0.1 degrees are 10,979 m along the parallel and 11,061 m along the meridian here
            assertThat(added.border().afterHectares()).isCloseTo(12_143, within(15.0));
            assertThat(added.border().movedMetres()).isNull();
        });
        assertThat(importing.all("communes")).isEmpty();
    }

    @Test
    void aChangedAttributeIsToldWithOldAndNewValueAndTheBorderStays() {
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sach", 106, 9.5, 0.1)));

        ImportResult result = dryRun("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1));

        assertThat(diff(result, Kind.CHANGED)).singleElement().satisfies(changed -> {
            assertThat(changed.attributes()).containsExactly(new AttributeChange("name", "Xã Kế Sach", "Xã Kế Sách"));
            assertThat(changed.border()).isNull();
        });
        assertThat(result.summary().en()).contains("Changed (1):", "name: Xã Kế Sach → Xã Kế Sách");
    }

    @Test
    void aMovedBorderIsToldInMetresAndHectares() {
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        // the eastern and the northern border move outward by 0.001 degrees
        ImportResult result = dryRun("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.101));

        assertThat(diff(result, Kind.CHANGED)).singleElement().satisfies(changed -> {
            assertThat(changed.attributes()).isEmpty();
            // the corner moves farthest: by 109.8 m east and 110.6 m north
            assertThat(changed.border().movedMetres()).isCloseTo(155.8, within(0.5));
            double gained = changed.border().afterHectares() - changed.border().beforeHectares();
            assertThat(changed.border().differenceHectares()).isCloseTo(gained, within(0.05));
            assertThat(gained).isCloseTo(244.1, within(0.5));
        });
    }

    @Test
    void anEndedFeatureIsToldWithItsSuccessorsAndTheirShares() {
        importing.run(importing
                .options("communes", commune("31570", "Xã Một", 105, 9.6, 0.1))
                .validFrom(OLD));

        ImportResult result = importing.run(importing
                .options(
                        "communes",
                        commune("31901", "Xã Đông", 105.06, 9.6, 0.1),
                        commune("31902", "Xã Tây", 104.96, 9.6, 0.1))
                .validFrom(REFORM)
                .withHandling(DRY_RUN));

        assertThat(diff(result, Kind.ENDED)).singleElement().satisfies(ended -> {
            assertThat(ended.name()).isEqualTo("Xã Một (31570)");
            assertThat(ended.ending().since()).isEqualTo(REFORM);
            assertThat(ended.ending().successors())
                    .extracting(Object::toString)
                    .containsExactly("Xã Tây (31902) 60 %", "Xã Đông (31901) 40 %");
            assertThat(ended.border()).isNull();
        });
        assertThat(result.summary().vi()).contains("kế tục: Xã Tây (31902) 60 %");
    }

    @Test
    void withoutLandTheSuccessorIsWhoTakesTheKey() {
        importing.run(importing
                .options("material_zones", feature("\"ma_vung\":\"VN-1\",\"ten\":\"Vùng A\"", 105, 9.6, 0.1))
                .validFrom(OLD));

        ImportResult result = importing.run(importing
                .options("material_zones", feature("\"ma_vung\":\"VN-1\",\"ten\":\"Vùng B\"", 107, 11, 0.1))
                .validFrom(REFORM)
                .withHandling(DRY_RUN));

        assertThat(diff(result, Kind.ENDED)).singleElement().satisfies(ended -> assertThat(
                        ended.ending().successors())
                .singleElement()
                .satisfies(successor -> assertThat(successor.share()).isNull()));
    }

    @Test
    void whatStaysAndWhatIsRefusedIsToldToo() {
        importing.run(importing.options("communes", commune("31528", "Xã Kế Sách", 106, 9.5, 0.1)));

        ImportResult result = dryRun(
                "communes",
                commune("31528", "Xã Kế Sách", 106, 9.5, 0.1),
                commune("", "Xã Không Mã", 106.1, 9.5, 0.1),
                commune("99531", "Xã Mới", 106.2, 9.5, 0.1),
                commune("99531", "Xã Mới nữa", 106.3, 9.5, 0.1));

        assertThat(diff(result, Kind.UNCHANGED)).extracting(FeatureDiff::row).containsExactly(1L);
        assertThat(diff(result, Kind.REFUSED))
                .extracting(FeatureDiff::row, FeatureDiff::label, FeatureDiff::issues)
                .containsExactly(
                        tuple(2L, "Xã Không Mã", List.of("VALUE_MISSING")),
                        tuple(4L, "Xã Mới nữa", List.of("KIND_FROM_NAME", "DUPLICATE_KEY")));
    }

    @Test
    void aRefusedImportChangesNothingAndSaysSo() {
        ImportResult result = importing.run(importing
                .options("communes", commune("", "Xã A", 106, 9.5, 0.1), commune("31531", "Xã B", 106.2, 9.5, 0.1))
                .withHandling(new Handling(true, true)));

        assertThat(result.outcome()).isEqualTo(ImportResult.Outcome.REFUSED);
        assertThat(result.diff().stream()).extracting(FeatureDiff::kind).containsExactly(Kind.REFUSED);
    }

    @Test
    void privateValuesAreMasked() {
        importing.run(importing.options("material_zones", zone("0901")));

        ImportResult result = dryRun("material_zones", zone("0902"));

        assertThat(diff(result, Kind.CHANGED)).singleElement().satisfies(changed -> assertThat(changed.attributes())
                .containsExactly(new AttributeChange("phone", "***", "***")));
    }

    private static String zone(String phone) {
        return feature("\"ma_vung\":\"VN-1\",\"phone\":\"" + phone + "\"", 105, 9.6, 0.1);
    }

    @Test
    void aRealRunTellsTheSameAsItsDryRun() {
        importing.run(importing
                .options("communes", commune("31570", "Xã Một", 105, 9.6, 0.1))
                .validFrom(OLD));
        ImportOptions options = importing
                .options("communes", commune("31570", "Xã Hai", 105, 9.6, 0.2))
                .withDating(new Dating(REFORM, null, "NQ 1"));

        List<FeatureDiff> dry =
                importing.run(options.withHandling(DRY_RUN)).diff().stream().toList();
        List<FeatureDiff> real = importing.run(options).diff().stream().toList();

        assertThat(real)
                .usingRecursiveComparison()
                .ignoringFields("before", "after")
                .isEqualTo(dry);
        assertThat(real).extracting(FeatureDiff::kind).containsExactly(Kind.ADDED, Kind.ENDED);
    }
}
