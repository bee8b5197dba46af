package vn.ruralmap.layers.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class WkbTest {

    private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);
    private static final String POLYGON =
            "POLYGON ((105 9, 106 9, 106 10, 105 9), (105.5 9.1, 105.6 9.1, 105.6 9.2, 105.5 9.1))";
    private static final String TRIANGLE = "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 9)))";

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader(FACTORY).read(text);
    }

    private static Geometry read(byte[] bytes) throws ParseException {
        return Wkb.read(bytes, 0, bytes.length, FACTORY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT (105.1 9.2)",
                "POINT EMPTY",
                "LINESTRING (105 9, 106 10, 107 9)",
                "LINESTRING EMPTY",
                POLYGON,
                "POLYGON EMPTY",
                "MULTIPOINT ((105 9), (106 10))",
                "MULTILINESTRING ((105 9, 106 10), (107 9, 107 8, 106 8))",
                "MULTIPOLYGON (((105 9, 106 9, 106 10, 105 9)), ((107 9, 108 9, 108 10, 107 9)))",
                "MULTIPOLYGON EMPTY",
                "GEOMETRYCOLLECTION (POINT (105 9), LINESTRING (105 9, 106 10))"
            })
    void writesWhatJtsWritesAndReadsItAgain(String text) throws ParseException {
        Geometry geometry = wkt(text);

        byte[] bytes = Wkb.write(geometry);

        assertThat(bytes).isEqualTo(new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry));
        Geometry again = read(bytes);
        assertThat(again.equalsExact(geometry)).as(again.toText()).isTrue();
        assertThat(again.getSRID()).isEqualTo(4326);
    }

    @Test
    void readsAGeometryAmongOtherBytes() throws ParseException {
        byte[] bytes = Wkb.write(wkt(POLYGON));
        byte[] among = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, among, 3, bytes.length);

        assertThat(Wkb.read(among, 3, 3 + bytes.length, FACTORY).toText())
                .isEqualTo(wkt(POLYGON).toText());
    }

    @Test
    void readsBigEndianWithHeightAndSrid() throws ParseException {
        Geometry high = wkt("LINESTRING Z (105 9 3, 106 10 4)");
        byte[] bytes = new WKBWriter(3, ByteOrderValues.BIG_ENDIAN, true).write(high);

        assertThat(read(bytes).toText()).isEqualTo("LINESTRING (105 9, 106 10)");
        assertThat(read(bytes).getSRID()).isEqualTo(4326);
    }

    @Test
    void putsCoordinatesOnTheGridOfTheFactoryOnly() throws ParseException {
        byte[] bytes = Wkb.write(wkt("POINT (105.1234567891 9.5)"));

        assertThat(Wkb.read(bytes, 0, bytes.length, CoordinateGrid.FACTORY).getCoordinate().x)
                .isEqualTo(105.12345679);
        assertThat(read(bytes).getCoordinate().x).isEqualTo(105.1234567891);
    }

    @Test
    void closesARingAsJtsDoes() throws ParseException {
        byte[] bytes = Wkb.write(wkt("POLYGON ((105 9, 106 9, 106 10, 105 9))"));
        // the last point goes elsewhere
        bytes[bytes.length - 3] ^= 1;

        assertThat(read(bytes).equalsExact(new WKBReader(FACTORY).read(bytes)))
                .as(read(bytes).toText())
                .isTrue();
    }

    @Test
    void bytesThatAreCutAreNoGeometry() throws ParseException {
        byte[] whole = Wkb.write(wkt(TRIANGLE));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut)).as("the first %d bytes", length).isInstanceOf(ParseException.class);
        }
    }

    @Test
    void saysOfDamagedBytesThatTheyAreNoGeometryOrMakesOneOfThem() throws ParseException {
        byte[] whole = Wkb.write(wkt(TRIANGLE));
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bytes[random.nextInt(40)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(bytes).getNumPoints()).as("seed 7, round %d", i).isNotNegative();
            } catch (ParseException expected) {
                assertThat(expected).isNotNull();
            }
        }
    }
}
