package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What in a folder is data, and what only belongs to it. */
class DataSetsTest {

    private static final byte[] SHAPES = HexFormat.of().parseHex("0000270a" + "00".repeat(96));

    @TempDir
    Path folder;

    @Test
    void theFilesOfAShapefileAreOneDataSet() throws IOException {
        for (String extension : List.of("shp", "SHX", "dbf", "prj", "cpg")) {
            Files.write(folder.resolve("xa." + extension), SHAPES);
        }
        Files.writeString(folder.resolve("readme.md"), "# nothing\n");

        assertThat(names()).containsExactly("xa.shp");
    }

    @Test
    void severalDataSetsAreAllNamed() throws IOException {
        Files.write(folder.resolve("xa.shp"), SHAPES);
        Files.writeString(folder.resolve("ap.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
        Files.write(folder.resolve("vung.zip"), HexFormat.of().parseHex("504b0304"));

        assertThat(names()).containsExactly("ap.geojson", "vung.zip", "xa.shp");
    }

    @Test
    void whatIsUnknownCountsOnlyWhereThereIsNothingElse() throws IOException {
        Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");

        assertThat(names()).containsExactly("a.pdf");
    }

    private List<String> names() throws IOException {
        return DataSets.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }
}
