package vn.ruralmap.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ruralmap.dataimport.ImportResult.Outcome;
import vn.ruralmap.dataimport.diff.FeatureDiff;
import vn.ruralmap.dataimport.encoding.AskedEncodings;
import vn.ruralmap.dataimport.encoding.Legacy;
import vn.ruralmap.layers.RealData;

/**
 * The real commune files, spoilt as offices spoil them, imported over the sound ones: nothing is to change, neither a letter nor
 * a vertex by a grid step of a millimetre.
 */
class DistortedCommunesTest {

    private static final int DBF_HEADER = 32;
    private static final int SHP_HEADER = 100;
    private static final String WRONG_AXIS =
            "PROJCS[\"VN_2000_TM_3_108_00\",GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\","
                    + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",500000.0],PARAMETER[\"False_Northing\",0.0],"
                    + "PARAMETER[\"Central_Meridian\",108.0],PARAMETER[\"Scale_Factor\",0.9999],"
                    + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";

    @TempDir
    Path folder;

    private Path data;
    private Importing importing;

    /** What an office did to a file. */
    enum Distortion {
        NO_PRJ {
            @Override
            void spoil(Map<String, byte[]> parts) {
                parts.remove("prj");
            }
        },
        WRONG_AXIS {
            @Override
            void spoil(Map<String, byte[]> parts) {
                parts.put("prj", DistortedCommunesTest.WRONG_AXIS.getBytes(StandardCharsets.US_ASCII));
            }
        },
        SWAPPED_XY {
            @Override
            void spoil(Map<String, byte[]> parts) {
                parts.put("shp", swapped(parts.get("shp")));
            }
        },
        SWAPPED_XY_WITHOUT_PRJ {
            @Override
            void spoil(Map<String, byte[]> parts) {
                SWAPPED_XY.spoil(parts);
                NO_PRJ.spoil(parts);
            }
        },
        TCVN3 {
            @Override
            void spoil(Map<String, byte[]> parts) {
                encode(parts, "tcvn3");
            }
        },
        VNI {
            @Override
            void spoil(Map<String, byte[]> parts) {
                encode(parts, "vni");
            }
        },
        VNI_WRONG_AXIS {
            @Override
            void spoil(Map<String, byte[]> parts) {
                VNI.spoil(parts);
                WRONG_AXIS.spoil(parts);
            }
        };

        /** @param parts of the shapefile by extension */
        abstract void spoil(Map<String, byte[]> parts);
    }

    @BeforeEach
    void openStore() {
        data = RealData.folder("communes");
        importing = new Importing(folder);
    }

    @AfterEach
    void closeStore() {
        if (importing != null) {
            importing.close();
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "soctrang_xa_2025_vn2000, NO_PRJ",
        "soctrang_xa_2025_vn2000, WRONG_AXIS",
        "soctrang_xa_2025_vn2000, SWAPPED_XY",
        "soctrang_xa_2025_vn2000, SWAPPED_XY_WITHOUT_PRJ",
        "soctrang_xa_2025_vn2000, TCVN3",
        "soctrang_xa_2025_vn2000, VNI",
        "soctrang_xa_2025_vn2000, VNI_WRONG_AXIS",
        "soctrang_xa_2008, NO_PRJ",
        "soctrang_xa_2008, WRONG_AXIS",
        "soctrang_xa_2008, SWAPPED_XY",
        "soctrang_xa_2008, TCVN3",
        "soctrang_xa_2008, VNI",
        "hcm_xa_2025_wgs84, NO_PRJ",
        "hcm_xa_2025_wgs84, WRONG_AXIS",
        "hcm_xa_2025_wgs84, SWAPPED_XY",
        "hcm_xa_2025_wgs84, TCVN3",
        "hcm_xa_2025_wgs84, VNI"
    })
    void aSpoiltFileSaysTheSameAsTheSoundOne(String file, Distortion distortion) throws IOException {
        LocalDate validFrom = file.contains("2008") ? LocalDate.of(2008, 1, 1) : Importing.REFORM;
        Path sound = data.resolve(file + ".zip");
        ImportResult before =
                importing.run(ImportOptions.of(sound, "communes", "Lan").validFrom(validFrom));
        assertThat(before.outcome()).isEqualTo(Outcome.PUBLISHED);

        ImportResult result = importing.run(ImportOptions.of(spoilt(sound, distortion), "communes", "Lan")
                .withReading(new ImportOptions.Reading(null, "auto", AskedEncodings.NONE))
                .validFrom(validFrom));

        assertThat(result.diff().stream(FeatureDiff.Kind.CHANGED)).as("changed").isEmpty();
        assertThat(result.diff().stream(FeatureDiff.Kind.ADDED)).as("added").isEmpty();
        assertThat(result.outcome()).as(result.report().summary().en()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(result.report().counts().unchanged())
                .isEqualTo(before.report().counts().added());
    }

    private Path spoilt(Path zip, Distortion distortion) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName().replaceFirst(".*\\.", ""), in.readAllBytes());
            }
        }
        distortion.spoil(parts);
        Path spoilt = folder.resolve("spoilt.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(spoilt))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry("xa." + part.getKey()));
                out.write(part.getValue());
            }
        }
        return spoilt;
    }

    /** Polygon records with x and y in each other's place; the bounding boxes as well. */
    private static byte[] swapped(byte[] shp) {
        ByteBuffer bytes = ByteBuffer.wrap(shp.clone()).order(ByteOrder.LITTLE_ENDIAN);
        swap(bytes, 36);
        swap(bytes, 52);
        int at = SHP_HEADER;
        while (at < shp.length) {
            int length = 2 * ByteBuffer.wrap(shp).getInt(at + 4);
            int content = at + 8;
            if (bytes.getInt(content) != 0) {
                swap(bytes, content + 4);
                swap(bytes, content + 20);
                int points = content + 44 + 4 * bytes.getInt(content + 36);
                for (int i = 0; i < bytes.getInt(content + 40); i++) {
                    swap(bytes, points + 16 * i);
                }
            }
            at = content + length;
        }
        return bytes.array();
    }

    private static void swap(ByteBuffer bytes, int at) {
        double first = bytes.getDouble(at);
        bytes.putDouble(at, bytes.getDouble(at + 8));
        bytes.putDouble(at + 8, first);
    }

    /** The table in the bytes of an old font, and no word of it beside. */
    private static void encode(Map<String, byte[]> parts, String encoding) {
        parts.remove("cpg");
        byte[] dbf = parts.get("dbf").clone();
        ByteBuffer header = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
        int rows = header.getInt(4);
        int start = header.getShort(8);
        int rowLength = header.getShort(10);
        dbf[29] = 0;
        for (int row = 0; row < rows; row++) {
            int at = start + row * rowLength + 1;
            for (int field = DBF_HEADER; dbf[field] != 0x0D; field += DBF_HEADER) {
                int width = dbf[field + 16] & 0xFF;
                if (dbf[field + 11] == 'C') {
                    String text = new String(dbf, at, width, StandardCharsets.UTF_8).strip();
                    byte[] legacy = Legacy.encode(text, encoding);
                    Arrays.fill(dbf, at, at + width, (byte) ' ');
                    System.arraycopy(legacy, 0, dbf, at, Math.min(width, legacy.length));
                }
                at += width;
            }
        }
        parts.put("dbf", dbf);
    }
}
