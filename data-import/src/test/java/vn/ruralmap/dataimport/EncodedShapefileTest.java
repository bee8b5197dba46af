package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import vn.ruralmap.dataimport.ImportOptions.Reading;
import vn.ruralmap.dataimport.ImportReport.TextDecision;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Encodings;
import vn.ruralmap.dataimport.encoding.Legacy;
import vn.ruralmap.dataimport.write.DbfColumn;
import vn.ruralmap.dataimport.write.ShapeKind;
import vn.ruralmap.dataimport.write.ShapefileTable;
import vn.ruralmap.dataimport.write.ShapefileZip;
import vn.ruralmap.layers.catalogue.CatalogueReader;

/** Zips as offices have them: text in an encoding that nothing in the file names. */
class EncodedShapefileTest {

    private static final List<String> NAMES =
            List.of("Xã Kế Sách", "Phường Vĩnh Châu", "Xã Mỹ Tú", "Xã Trần Đề", "Xã Hồ Đắc Kiện", "Xã Lịch Hội Thượng");
    private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
            + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

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

    @ParameterizedTest
    @ValueSource(strings = {"tcvn3", "vni", "windows-1258", "tcvn5712", "viscii", "utf-8"})
    void aZipWithoutCpgIsImportedWithRightNames(String encoding) throws Exception {
        ImportResult result = importing.run(ImportOptions.of(zip(encoding, NAMES, null), "communes", "Lan"));

        assertThat(result.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(importing.names("communes", Importing.TODAY)).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(importing.all("communes"))
                .allSatisfy(commune -> assertThat(commune.value(2)).isNotNull());
    }

    @Test
    void theReportShowsTheEvidenceAndTheChangesetRemembersTheEncoding() throws Exception {
        ImportResult result = importing.run(ImportOptions.of(zip("tcvn3", NAMES, null), "communes", "Lan"));

        assertThat(result.report().decisions().charset().value()).isEqualTo("TCVN3");
        assertThat(result.report().decisions().texts()).singleElement().satisfies(text -> {
            assertThat(text.field()).isEqualTo("TEN_XA");
            assertThat(text.confidence()).isGreaterThan(0.9);
            assertThat(text.samples())
                    .contains(new ImportReport.TextSample("58 b7 20 4b d5 20 53 b8 63 68", "Xã Kế Sách"));
        });
        assertThat(result.report().summary().vi()).contains("Bảng mã: TCVN3", "âm tiết tiếng Việt");
        assertThat(result.report().summary().en()).contains("Charset: TCVN3", "Vietnamese syllables");
        assertThat(result.report().toJson()).contains("58 b7 20 4b d5");
        assertThat(result.changeset().provenance())
                .containsEntry("charset", "TCVN3")
                .containsEntry("charset TEN_XA", "TCVN3");
    }

    @Test
    void aWrongCpgLosesWithAWarning() throws Exception {
        ImportResult result = importing.run(ImportOptions.of(zip("vni", NAMES, "windows-1252"), "communes", "Lan"));

        assertThat(importing.names("communes", Importing.TODAY)).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(Importing.codes(result)).contains("CHARSET_CONTRADICTED");
    }

    @Test
    void aCpgMayNameWhatJavaDoesNotKnow() throws Exception {
        importing.run(ImportOptions.of(zip("tcvn3", List.of("Xã Kế Sách"), "TCVN3"), "communes", "Lan"));

        assertThat(importing.names("communes", Importing.TODAY)).containsExactly("Xã Kế Sách");
    }

    @Test
    void thePersonImportingHasTheLastWordForAField() throws Exception {
        ImportResult result = importing.run(ImportOptions.of(zip("tcvn3", NAMES, null), "communes", "Lan")
                .withReading(new Reading(null, null, new AskedEncodings(null, Map.of("ten_xa", Encodings.VISCII)))));

        assertThat(result.report().decisions().texts())
                .extracting(TextDecision::charset)
                .containsExactly("VISCII");
    }

    @Test
    void anEncodingForAFieldThatIsNotThereIsRefused() throws Exception {
        ImportOptions options = ImportOptions.of(zip("tcvn3", NAMES, null), "communes", "Lan")
                .withReading(new Reading(null, null, new AskedEncodings(null, Map.of("TENXA", Encodings.VNI))));

        assertThatThrownBy(() -> new ImportPipeline(CatalogueReader.readDefault(), importing.store, Clock.systemUTC())
                        .run(options, ImportProgress.none()))
                .isInstanceOfSatisfying(InvalidImportException.class, refused -> assertThat(
                                refused.text().en())
                        .contains("no field 'TENXA'")
                        .contains("MA_XA, TEN_XA"));
    }

    @Test
    void geoJsonThatWasSavedAfterAWrongReadingIsMended() throws Exception {
        String wrong = new String(Legacy.savedAsUtf8(Legacy.encode("Xã Kế Sách", "tcvn3")), StandardCharsets.UTF_8);
        String wrong2 = new String(Legacy.savedAsUtf8(Legacy.encode("Xã Mỹ Tú", "tcvn3")), StandardCharsets.UTF_8);

        ImportResult result = importing.run(importing.options(
                "communes",
                Importing.commune("31528", wrong, 106, 9.5, 0.1),
                Importing.commune("31567", wrong2, 106.2, 9.5, 0.1)));

        assertThat(importing.names("communes", Importing.TODAY)).containsExactly("Xã Kế Sách", "Xã Mỹ Tú");
        assertThat(result.report().decisions().charset().value()).isEqualTo("TCVN3-in-UTF-8");
    }

    @Test
    void geoJsonWrittenInTcvn3IsReadAsSuch() throws Exception {
        Path file = importing.geoJson(
                Importing.commune("31528", "#1", 106, 9.5, 0.1), Importing.commune("31567", "#2", 106.2, 9.5, 0.1));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : Files.readString(file).split("(?=#\\d)")) {
            if (part.startsWith("#")) {
                bytes.writeBytes(Legacy.encode(NAMES.get(part.charAt(1) - '1'), "tcvn3"));
            }
            bytes.writeBytes(part.replaceFirst("^#\\d", "").getBytes(StandardCharsets.US_ASCII));
        }
        Files.write(file, bytes.toByteArray());

        importing.run(ImportOptions.of(file, "communes", "Lan"));

        assertThat(importing.names("communes", Importing.TODAY)).containsExactlyInAnyOrder(NAMES.get(0), NAMES.get(1));
    }

    /** Squares side by side with codes and names. */
    private Path zip(String encoding, List<String> names, String cpg) throws IOException {
        List<ShapefileTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Envelope square = new Envelope(new Coordinate(106 + i * 0.1, 9.5), new Coordinate(106.1 + i * 0.1, 9.6));
            rows.add(
                    new ShapefileTable.Row(new GeometryFactory().toGeometry(square), List.of(code(i), "#".repeat(40))));
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ShapefileZip.write(
                whole,
                new ShapefileTable(
                        "xa",
                        ShapeKind.POLYGON,
                        List.of(DbfColumn.text("MA_XA"), DbfColumn.text("TEN_XA")),
                        rows,
                        WGS84));
        Path file = folder.resolve("xa.zip");
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(whole.toByteArray()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().endsWith(".cpg")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(entry.getName().endsWith(".dbf") ? withNames(in, encoding, names) : in.readAllBytes());
                }
            }
            if (cpg != null) {
                out.putNextEntry(new ZipEntry("xa.cpg"));
                out.write(cpg.getBytes(StandardCharsets.US_ASCII));
            }
        }
        return file;
    }

    private static String code(int i) {
        return String.valueOf(31_500 + i);
    }

    /** The table with the bytes of the names in their places, and without a mark of its encoding. */
    private static byte[] withNames(InputStream in, String encoding, List<String> names) throws IOException {
        byte[] table = in.readAllBytes();
        ByteBuffer header = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        header.put(29, (byte) 0);
        int start = header.getShort(8);
        int width = header.getShort(10);
        for (int i = 0; i < names.size(); i++) {
            byte[] name = Legacy.encode(names.get(i), encoding);
            int at = start + i * width + 1 + 5;
            for (int k = 0; k < 40; k++) {
                table[at + k] = k < name.length ? name[k] : (byte) ' ';
            }
        }
        return table;
    }
}
