package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How many records a file may have, and how long all texts of one of them may be. */
class RecordLimitsTest {

    @TempDir
    Path folder;

    private static Limits limits(int records, int textChars, int recordChars) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                usual.fileBytes(),
                usual.zipEntries(),
                usual.zipRatio(),
                records,
                usual.fields(),
                usual.pointsPerGeometry(),
                textChars,
                recordChars,
                usual.depth());
    }

    private static String refusal(Path file, Limits limits) {
        return catchThrowableOfType(
                        UnreadableSourceException.class,
                        () -> Reading.of(file, ReadOptions.defaults().withLimits(limits)))
                .code();
    }

    private Path write(SoundFile sound) throws Exception {
        for (Map.Entry<String, byte[]> part : sound.parts().entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
        return folder.resolve(sound.main());
    }

    @ParameterizedTest
    @EnumSource(SoundFile.Kind.class)
    void oneRecordMoreThanAreAcceptedIsRefused(SoundFile.Kind kind) throws Exception {
        SoundFile sound = SoundFile.of(kind, folder);
        Path file = write(sound);
        ReadOptions options = ReadOptions.defaults().withEncodings(sound.encodings());
        Limits usual = Limits.DEFAULT;
        int records = 0;
        try (Source source = SourceFiles.open(file, options)) {
            int[] last = {0};
            source.<RuntimeException>forEach(record -> last[0]++);
            records = last[0];
        }

        assertThat(Reading.of(file, options.withLimits(limits(records, usual.textChars(), usual.recordChars())))
                        .records())
                .hasSize(records);
        assertThat(refusal(file, limits(records - 1, usual.textChars(), usual.recordChars())))
                .isEqualTo("TOO_MANY_RECORDS");
    }

    private static final String LONG = "x".repeat(600);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RECORD_TOO_LARGE a.geojson {\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                        + "\"properties\":{\"a\":\"%1$s\",\"b\":\"%1$s\",\"c\":\"%1$s\"},\"geometry\":null}]}",
                "RECORD_TOO_LARGE a.geojson {\"type\":\"Feature\",\"geometry\":null,"
                        + "\"properties\":{\"a\":\"%1$s\",\"b\":\"%1$s\",\"c\":\"%1$s\"}}",
                "RECORD_TOO_LARGE a.csv a;b;c\n1;2;3\n%1$s;%1$s;%1$s\n",
                "XML_TOO_LARGE a.kml <kml><Placemark><name>%1$s</name><description>%1$s</description>"
                        + "<address>%1$s</address></Placemark></kml>",
                "XML_TOO_LARGE a.gml <r><member><b><a>%1$s</a><b>%1$s</b><c>%1$s</c></b></member></r>"
            })
    void textsThatAreLongTogetherAreRefused(String file) throws Exception {
        List<String> parts = List.of(file.split(" ", 3));
        Path written = Files.writeString(folder.resolve(parts.get(1)), String.format(parts.get(2), LONG));

        assertThat(refusal(written, limits(10, 1_000, 1_500))).isEqualTo(parts.get(0));
        assertThat(Reading.of(written, ReadOptions.defaults().withLimits(limits(10, 2_000, 2_000)))
                        .records())
                .isNotEmpty();
    }

    @Test
    void textsOfARowOfAGeoPackageThatAreLongTogetherAreRefused() throws Exception {
        Path file = write(SoundFile.of(SoundFile.Kind.GEOPACKAGE, folder));

        assertThat(refusal(file, limits(10, 1_000, 10))).isEqualTo("RECORD_TOO_LARGE");
    }

    @Test
    void textsOfARowOfAMidThatAreLongTogetherAreRefused() throws Exception {
        Path mif = Files.writeString(
                folder.resolve("a.mif"), "Version 300\nColumns 2\n a Char(254)\n b Char(254)\nData\nPoint 1 2\n");
        Files.writeString(folder.resolve("a.mid"), "\"" + LONG + "\"\t\"" + LONG + "\"\n");

        assertThat(refusal(mif, limits(10, 1_000, 1_100))).isEqualTo("RECORD_TOO_LARGE");
    }
}
