package vn.ruralmap.dataimport.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.ruralmap.dataimport.read.ShapefileBytes.Column;

/** Sound files with some bytes changed: read or refused, but never with another exception and never slowly. */
class HostileFilesTest {
    /** Per kind; more by hand with {@code JAVA_TOOL_OPTIONS=-Dhostile.files=20000}. */
    private static final int FILES = Integer.getInteger("hostile.files", 250);

    private static final long SLOWEST_MILLIS = 3_000;

    @TempDir
    Path folder;

    private enum Kind {
        SHP("xa.shp"),
        SHX("xa.shx"),
        DBF("xa.dbf"),
        ZIP("xa.zip"),
        GEOJSON("xa.geojson"),
        GPKG("xa.gpkg"),
        CSV("xa.csv"),
        WKT("xa.csv"),
        UTF16("xa.csv"),
        KML("xa.kml"),
        GML("xa.gml"),
        MIF("xa.mif"),
        MID("xa.mid");

        private final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_mutated_file_is_read_or_refused(Kind kind) throws Exception {
        byte[] sound = writeSound(kind);
        Path target = folder.resolve(kind.file);
        Path opened =
                switch (kind) {
                    case SHX, DBF -> folder.resolve("xa.shp");
                    case MID -> folder.resolve("xa.mif");
                    default -> target;
                };
        assertThat(Reading.of(opened).records()).isNotEmpty();
        for (int seed = 0; seed < (kind == Kind.GPKG ? FILES / 3 : FILES); seed++) {
            Files.write(target, mutate(sound, new Random(seed)));
            long start = System.nanoTime();
            String outcome = outcome(opened);
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(outcome).as("seed %d of %s", seed, kind).isIn("read", "refused");
            assertThat(millis).as("milliseconds for seed %d of %s", seed, kind).isLessThan(SLOWEST_MILLIS);
        }
    }

    private static String outcome(Path file) throws IOException {
        try {
            Reading.of(file);
            return "read";
        } catch (UnreadableSourceException e) {
            return e.text().vi().isBlank() || e.text().en().isBlank() ? "refused without a word" : "refused";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e.toString() + Arrays.toString(e.getStackTrace()).substring(0, 600);
        }
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            // Headers are where lengths are.
            int reach = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
            int at = random.nextInt(reach);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 ->
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) (random.nextBoolean() ? -1 : 0));
                default -> {
                    int from = random.nextInt(bytes.length);
                    int length = Math.min(random.nextInt(16), bytes.length - Math.max(from, at));
                    System.arraycopy(bytes, from, bytes, at, length);
                }
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private byte[] writeSound(Kind kind) throws Exception {
        ShapefileBytes shapefile = new ShapefileBytes(5)
                .parts(5, new double[] {0, 0, 0, 9, 9, 9, 9, 0, 0, 0}, new double[] {1, 1, 2, 1, 2, 2, 1, 1})
                .parts(3, new double[] {0, 0, 1, 1})
                .point(1, 2)
                .multiPoint(1, 2, 3, 4)
                .parts(31, new int[] {2, 4}, new double[] {0, 0, 0, 9, 9, 9, 0, 0}, new double[] {5, 5, 5, 6, 6, 6, 5, 5
                });
        List<Column> columns = List.of(
                new Column("ten", 'C', 12, 0),
                new Column("so", 'N', 9, 2),
                new Column("ngay", 'D', 8, 0),
                new Column("co", 'L', 1, 0),
                new Column("i", 'I', 4, 0));
        String[] row = {ShapefileBytes.bytesOf("Kế Sách", "UTF-8"), "1.5", "20250701", "T", "\1\2\0\0"};
        byte[] dbf = ShapefileBytes.dbf(0x57, columns, row, row, row, row, row);
        byte[] shx = shapefile.shx(0, 1, 2, 3, 4);
        shapefile.write(folder, "xa");
        Files.write(folder.resolve("xa.dbf"), dbf);
        Files.write(folder.resolve("xa.shx"), shx);
        return switch (kind) {
            case SHP -> shapefile.shp();
            case SHX -> shx;
            case DBF -> dbf;
            case ZIP ->
                write(
                        kind,
                        new ZipBytes()
                                .add("a/xa.shp", shapefile.shp())
                                .add("a/xa.dbf", dbf)
                                .toBytes());
            case GEOJSON -> write(kind, """
                    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9209"}},
                    "features":[{"type":"Feature","id":1,"properties":{"a":"Kế","b":1.5,"c":[1,{"d":null}]},
                    "geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}},
                    {"type":"Feature","properties":{"b":true},"geometry":{"type":"GeometryCollection",
                    "geometries":[{"type":"Point","coordinates":[1,2,3]}]}}]}
                    """.getBytes(StandardCharsets.UTF_8));
            case GPKG -> GeoPackageSourceTest.sound(folder.resolve(kind.file));
            case CSV -> write(kind, SoundTexts.CSV.getBytes(StandardCharsets.UTF_8));
            case WKT -> write(kind, SoundTexts.WKT.getBytes(StandardCharsets.UTF_8));
            case UTF16 -> write(kind, SoundTexts.CSV.getBytes(StandardCharsets.UTF_16));
            case KML -> write(kind, SoundTexts.KML.getBytes(StandardCharsets.UTF_8));
            case GML -> write(kind, SoundTexts.GML.getBytes(StandardCharsets.UTF_8));
            case MIF, MID -> {
                byte[] mif = write(Kind.MIF, SoundTexts.MIF.getBytes(StandardCharsets.UTF_8));
                byte[] mid = write(Kind.MID, SoundTexts.MID.getBytes(StandardCharsets.UTF_8));
                yield kind == Kind.MIF ? mif : mid;
            }
        };
    }

    private byte[] write(Kind kind, byte[] bytes) throws IOException {
        Files.write(folder.resolve(kind.file), bytes);
        return bytes;
    }
}
