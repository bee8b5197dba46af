package vn.ruralmap.dataimport.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;

/**
 * The sample: zipped shapefiles of former Sóc Trăng and the five rural districts of Hồ Chí Minh City.
 *
 * <p>Official: names, codes, kinds and parents of the units, which old unit went into which new one, and the dates
 * 1/7/2025 and 15/2/2026. Made up: every line and point, hamlets, zones, tourism sites, recognitions; each row says
 * "minh họa". Provinces bear their official names but only the pilot area of each is drawn. The
 * parts of Xã An Phú Tây and Xã Tân Kiên that went to Phường Bình Đông and Phường Tân Tạo are within the province but in
 * no commune after 1/7/2025, since most of those wards lies outside the pilot area.
 *
 * <p>The same files every time: random numbers have a fixed seed. Only the compression of the zips may differ between
 * Java versions.
 */
public final class SampleData {

    private static final long RANDOM_SEED = 20_250_701;

    /** QĐ 124/2004/QĐ-TTg gave the units their codes. */
    private static final LocalDate CODES_ISSUED = LocalDate.of(2004, 1, 1);

    /**
     * First day of the programme period 2021-2025, since when the sample shows the old units. Not the day on which they
     * came into being: the list is that of 1/3/2025.
     */
    private static final LocalDate PERIOD_START = LocalDate.of(2021, 1, 1);

    /** NQ 1668 and 1685/NQ-UBTVQH15, QĐ 19/2025/QĐ-TTg: new communes, end of the district level. */
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    /** QĐ 51/2025/QĐ-TTg: the set of criteria for 2026-2030 comes into force. */
    private static final LocalDate NEW_CRITERIA = LocalDate.of(2026, 2, 15);

    private static final LocalDate OLD_RESULTS = LocalDate.of(2025, 1, 1);
    private static final LocalDate NEW_RESULTS = LocalDate.of(2026, 10, 1);

    private SampleData() {}

    /**
     * One file of the sample and how to import it.
     *
     * @param file a zip
     * @param layer name of the layer it belongs to
     * @param validFrom first day that its rows hold
     * @param validTo first day that they no longer hold; null: still in force
     */
    public record SampleFile(
            Path file,
            String layer,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record Content(
            String layer, LocalDate validFrom, @Nullable LocalDate validTo, ShapefileTable table) {}

    /**
     * Writes the sample's zips into a folder, which is made if absent, and tells how each is to be imported.
     *
     * @return in the order in which they must be imported: what others refer to first
     */
    public static List<SampleFile> writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<SampleFile> files = new ArrayList<>();
        for (Content content : contents()) {
            Path file = folder.resolve(content.table().name() + ".zip");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                ShapefileZip.write(out, content.table());
            }
            files.add(new SampleFile(file, content.layer(), content.validFrom(), content.validTo()));
        }
        return files;
    }

    static List<Content> contents() {
        Units units = Units.read();
        List<Ground> grounds = units.areas().stream()
                .map(area -> new Ground(units, area, RANDOM_SEED))
                .toList();
        UnitTables unit = new UnitTables(units, grounds);
        PlaceTables place = new PlaceTables(units, grounds, RANDOM_SEED);
        ZoneTable zones = new ZoneTable(units, grounds, RANDOM_SEED);
        RecognitionTables recognition = new RecognitionTables(units, RANDOM_SEED);
        return List.of(
                new Content("provinces", CODES_ISSUED, REFORM, unit.provincesBefore()),
                new Content("provinces", REFORM, null, unit.provincesAfter()),
                new Content("districts", PERIOD_START, REFORM, unit.districts()),
                new Content("communes", PERIOD_START, REFORM, unit.communesBefore()),
                new Content("communes", REFORM, null, unit.communesAfterInCanTho()),
                new Content("communes", REFORM, null, unit.communesAfterInHoChiMinhCity()),
                new Content("hamlets", REFORM, null, place.hamlets()),
                new Content("material_zones", REFORM, null, zones.table()),
                new Content("tourism_sites", REFORM, null, place.tourismPoints()),
                new Content("tourism_sites", REFORM, null, place.tourismAreas()),
                new Content("ntm_status", OLD_RESULTS, REFORM, recognition.oldSet()),
                new Content("ntm_status", REFORM, NEW_CRITERIA, recognition.carriedOver()),
                new Content("ntm_status", NEW_CRITERIA, NEW_RESULTS, recognition.newSetAtStart()),
                new Content("ntm_status", NEW_RESULTS, null, recognition.newSetWithResults()));
    }
}
