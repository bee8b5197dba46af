package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPackerTest {

    private final RunDeflater runs = new RunDeflater();

    private static byte[] inflated(byte[] packed, int length, int expected) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(packed, 0, length);
        byte[] data = new byte[expected + 1];
        int size = inflater.inflate(data);
        assertThat(inflater.finished()).as("the stream ends, its sum is right").isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        return Arrays.copyOf(data, size);
    }

    private void demandSame(byte[] data) throws DataFormatException {
        BitSink sink = runs.deflate(data);
        assertThat(inflated(sink.bytes(), sink.position(), data.length)).isEqualTo(data);
    }

    @Test
    void runsOfEveryLengthComeBack() throws DataFormatException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (int length = 0; length < 600; length++) {
            for (int i = 0; i < length; i++) {
                data.write(length % 7);
            }
            data.write(200);
        }
        demandSame(data.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 257, 258, 259, 131_071, 131_072, 131_073, 131_075, 400_000})
    void oneColourOfAnySizeComesBackAndTakesNextToNothing(int size) throws DataFormatException {
        byte[] data = new byte[size];
        Arrays.fill(data, (byte) 9);
        demandSame(data);
        assertThat(runs.deflate(data).position()).isLessThan(size / 500 + 100);
    }

    @Test
    void whatIsNoImageAtAllComesBack() throws DataFormatException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] data = new byte[random.nextInt(i % 10 == 0 ? 300_000 : 3_000)];
            int colors = 1 + random.nextInt(256);
            double change = random.nextDouble();
            byte value = 0;
            for (int at = 0; at < data.length; at++) {
                value = random.nextDouble() < change ? (byte) random.nextInt(colors) : value;
                data[at] = value;
            }
            BitSink sink = runs.deflate(data);
            assertThat(inflated(sink.bytes(), sink.position(), data.length))
                    .as("seed " + seed)
                    .isEqualTo(data);
        }
    }

    /** Frequencies of 1, 1, 2, 3, 5, 8 ... make the best code as long as it has symbols. */
    @Test
    void codesThatWouldBeTooLongAreMadeShorter() throws DataFormatException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int[] left = new int[22];
        left[0] = left[1] = 1;
        for (int i = 2; i < left.length; i++) {
            left[i] = left[i - 1] + left[i - 2];
        }
        for (boolean any = true; any; ) {
            any = false;
            for (int value = 0; value < left.length; value++) {
                if (left[value]-- > 0) {
                    data.write(value);
                    any = true;
                }
            }
        }
        demandSame(data.toByteArray());
    }

    @Test
    void mapsTakeAsFewBytesAsWithZlib() throws DataFormatException {
        byte[] flat = rows((x, y) -> (x / 40 + y / 30) % 5 + ((x + 2 * y) % 97 < 2 ? 7 + x % 9 : 0));
        byte[] hatched = rows((x, y) -> (x + y) % 8 < 2 ? 1 : (x + y) % 8 == 4 ? 2 : 0);
        for (byte[] map : new byte[][] {flat, hatched}) {
            RowPacker.Packed packed = new RowPacker().pack(map, 257);
            assertThat(inflated(packed.bytes(), packed.length(), map.length)).isEqualTo(map);
            Deflater zlib = new Deflater(3);
            zlib.setInput(map);
            zlib.finish();
            assertThat(packed.length()).isLessThan((int) (1.1 * zlib.deflate(new byte[map.length])) + 16);
            zlib.end();
        }
    }

    @FunctionalInterface
    private interface Color {
        int at(int x, int y);
    }

    private static byte[] rows(Color color) {
        byte[] rows = new byte[257 * 256];
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                rows[257 * y + 1 + x] = (byte) color.at(x, y);
            }
        }
        return rows;
    }
}
