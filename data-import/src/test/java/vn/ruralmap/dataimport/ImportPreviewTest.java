package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ruralmap.dataimport.encoding.Legacy;
import vn.ruralmap.layers.catalogue.CatalogueReader;

/** The first rows, as programs without Vietnamese encodings show them and as an import reads them. */
class ImportPreviewTest {

    @TempDir
    Path folder;

    @Test
    void textInAnOldEncodingIsShownAsItLooksAndAsItIsRead() throws Exception {
        ImportPreview preview = preview(table("tcvn3"), Map.of(), 50);

        assertThat(preview.fields())
                .extracting(ImportPreview.Field::name, ImportPreview.Field::attribute, ImportPreview.Field::charset)
                .containsExactly(tuple("ma_xa", "code", null), tuple("ten_xa", "name", "tcvn3"));
        assertThat(preview.rows().get(0).raw().get(1)).isEqualTo("X· KÕ S¸ch");
        assertThat(preview.rows().get(0).values().get(1)).isEqualTo("Xã Kế Sách");
        assertThat(preview.isComplete()).isTrue();
    }

    @Test
    void textThatIsRightLooksAsItIs() throws Exception {
        ImportPreview preview = preview(table("utf-8"), Map.of(), 50);

        assertThat(preview.rows()).allSatisfy(row -> assertThat(row.raw()).isEqualTo(row.values()));
    }

    @Test
    void onlyAsManyRowsComeAsWereAskedForAndLongTextsAreCut() throws Exception {
        Path file = folder.resolve("long.csv");
        Files.writeString(file, "ten_xa,x,y\n" + "a".repeat(5_000) + ",106,9.5\nb,106,9.6\n");

        ImportPreview preview = preview(file, Map.of("ten_xa", ""), 1);

        assertThat(preview.rows()).singleElement().satisfies(row -> assertThat(
                        (String) row.values().get(0))
                .hasSize(ImportPreview.LONGEST_TEXT + 1)
                .endsWith("…"));
        assertThat(preview.fields().get(0).attribute()).isNull();
        assertThat(preview.isComplete()).isFalse();
    }

    private static ImportPreview preview(Path file, Map<String, String> fields, int rows) throws Exception {
        return ImportPreview.read(
                ImportOptions.of(file, "communes", "Lan").withFields(fields),
                CatalogueReader.readDefault().getLayer("communes"),
                rows);
    }

    private Path table(String encoding) throws Exception {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.write("ma_xa,ten_xa,wkt\n".getBytes(StandardCharsets.US_ASCII));
        int code = 31_500;
        for (String name : List.of("Xã Kế Sách", "Phường Vĩnh Châu", "Xã Mỹ Tú", "Xã Trần Đề", "Xã Hồ Đắc Kiện")) {
            table.write((code++ + ",").getBytes(StandardCharsets.US_ASCII));
            table.write(Legacy.encode(name, encoding));
            table.write(",POINT (106 9.5)\n".getBytes(StandardCharsets.US_ASCII));
        }
        return Files.write(folder.resolve("xa.csv"), table.toByteArray());
    }
}
