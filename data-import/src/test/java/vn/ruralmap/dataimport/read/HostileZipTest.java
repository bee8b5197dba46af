package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Zips made to do harm: nothing outside the temporary folder is touched, and nothing stays in it. */
class HostileZipTest {

    private static final byte[] SHP = new ShapefileBytes(1).point(1, 2).shp();
    private static final int CENTRAL_ENTRY = 0x02014B50;

    @TempDir
    Path folder;

    private List<Path> before;

    @BeforeEach
    void look() throws Exception {
        before = temporary();
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        assertThat(temporary()).isEqualTo(before);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<Path> temporary() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName()
                            .toString()
                            .startsWith(
                                    "ruralmap-import-" + ProcessHandle.current().pid() + "-"))
                    .toList();
        }
    }

    /** What comes of a zip: rows, or the code of the refusal. */
    private String outcome(byte[] zip) throws Exception {
        Path file = Files.write(folder.resolve("xa.zip"), zip);
        try {
            return Reading.of(file).records().size() + " rows";
        } catch (UnreadableSourceException e) {
            assertThat(e.text().vi()).isNotBlank().hasSizeLessThan(10_000);
            return e.code();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../xa.shp",
                "/etc/xa.shp",
                "C:\\Windows\\xa.shp",
                "..\\..\\xa.shp",
                "a/../../../xa.shp",
                "CON.shp",
                "nul.shp",
                "aux/xa.shp",
                "~/xa.shp",
                "xa.shp/xa.shp",
                "\u0001\u0002.shp",
                "xa .shp"
            })
    void aNameIsNeverAPath(String name) throws Exception {
        assertThat(outcome(new ZipBytes().add(name, SHP).toBytes())).isEqualTo("1 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xa.shp\0.txt", "xa\0.shp", "\0"})
    void aNameWithAZeroByteIsNeverCutThere(String name) throws Exception {
        assertThat(outcome(new ZipBytes().add(name, SHP).toBytes())).isIn("1 rows", "ZIP_WITHOUT_DATA", "ZIP_BROKEN");
    }

    @Test
    void aVeryLongNameIsAName() throws Exception {
        assertThat(outcome(new ZipBytes().add("x".repeat(60_000) + ".shp", SHP).toBytes()))
                .isIn("1 rows", "ZIP_BROKEN");
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoDataSets() throws Exception {
        assertThat(outcome(new ZipBytes().add("xa.shp", SHP).add("XA.SHP", SHP).toBytes()))
                .isEqualTo("SEVERAL_DATA_SETS");
    }

    @Test
    void namesInNoCharsetAtAllAreRead() throws Exception {
        byte[] zip =
                new ZipBytes("ISO-8859-1").add("\u00ff\u00fe\u0080.shp", SHP).toBytes();

        assertThat(outcome(zip)).isEqualTo("1 rows");
    }

    @Test
    void aLinkIsItsTextAndLeadsNowhere() throws Exception {
        byte[] zip = new ZipBytes()
                .add("xa.shp", "/etc/passwd".getBytes(StandardCharsets.UTF_8))
                .toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int entry = central(bytes);
        // Made by Unix, mode of a symbolic link.
        bytes.putShort(entry + 4, (short) (3 << 8 | 20)).putInt(entry + 38, 0120777 << 16);

        assertThat(outcome(zip)).isEqualTo("SHP_BROKEN");
    }

    @Test
    void aZipInAZipIsNotUnpacked() throws Exception {
        byte[] zip = new ZipBytes().add("xa.shp", SHP).toBytes();
        for (int i = 0; i < 20; i++) {
            zip = new ZipBytes().add("xa.zip", zip).toBytes();
        }
        assertThat(outcome(zip)).isEqualTo("ZIP_WITHOUT_DATA");
    }

    @Test
    void zeroBytesThatFillADiskStopAtTheRatio() throws Exception {
        byte[] zeros = new byte[70 << 20];
        System.arraycopy(SHP, 0, zeros, 0, SHP.length);

        assertThat(outcome(new ZipBytes().add("xa.shp", zeros).toBytes())).isEqualTo("ZIP_TOO_LARGE");
    }

    @Test
    void tooManyEntriesAreNotListed() throws Exception {
        ZipBytes zip = new ZipBytes();
        for (int i = 0; i <= Limits.DEFAULT.zipEntries(); i++) {
            zip.add(i + ".txt", new byte[0]);
        }
        assertThat(outcome(zip.add("xa.shp", SHP).toBytes())).isEqualTo("ZIP_TOO_LARGE");
    }

    /** A size that is forged to look small or enormous is not what counts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, Integer.MAX_VALUE, -2})
    void aForgedSizeIsNotBelieved(int size) throws Exception {
        byte[] zip = new ZipBytes().add("xa.shp", SHP).toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(central(bytes) + 24, size);

        assertThat(outcome(zip)).isIn("1 rows", "ZIP_BROKEN", "ZIP_TOO_LARGE", "SHP_BROKEN");
    }

    /** Many entries of the directory share one packed piece: it is unpacked for what is asked for only. */
    @Test
    void entriesThatOverlapAreUnpackedOnlyWhereTheyAreData() throws Exception {
        byte[] zip = new ZipBytes().add("aa.shp", SHP).toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int central = central(bytes);
        int length = 46 + 6;
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(zip, 0, central);
        int copies = 676;
        for (int i = 0; i < copies; i++) {
            byte[] entry = java.util.Arrays.copyOfRange(zip, central, central + length);
            entry[46] = (byte) ('a' + i / 26);
            entry[47] = (byte) ('a' + i % 26);
            many.writeBytes(entry);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054B50).putInt(0).putShort((short) copies).putShort((short) copies);
        many.writeBytes(end.putInt(copies * length).putInt(central).array());

        assertThat(outcome(many.toByteArray())).isIn("SEVERAL_DATA_SETS", "ZIP_BROKEN");
    }

    @Test
    void aZip64DirectoryIsRefusedBeforeItIsLoaded() throws Exception {
        byte[] zip = new ZipBytes().add("xa.shp", SHP).toBytes();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(zip.length - 10, -1).putInt(zip.length - 6, -1);

        assertThat(outcome(zip)).isEqualTo("ZIP_TOO_LARGE");
    }

    private static int central(ByteBuffer zip) {
        for (int i = 0; i + 4 <= zip.limit(); i++) {
            if (zip.getInt(i) == CENTRAL_ENTRY) {
                return i;
            }
        }
        throw new AssertionError("no directory");
    }
}
