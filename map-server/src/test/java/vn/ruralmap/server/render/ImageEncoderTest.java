package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageEncoderTest {

    private static final int PALETTE = 3;

    private final ImageEncoder encoder = new ImageEncoder();

    /** A map of a number of colours, half of them translucent. */
    private static RenderedMap colorful(int colors, int widthPx, int heightPx) {
        int[] palette = new int[colors];
        Random random = new Random(colors);
        Arrays.setAll(palette, i -> Pixels.multiplied(random.nextInt(0x1000000), i % 2 == 0 ? 1 : 0.5));
        int[] pixels = new int[widthPx * heightPx];
        Arrays.setAll(pixels, i -> palette[i % colors]);
        return new RenderedMap(widthPx, heightPx, pixels);
    }

    private static BufferedImage decoded(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int colorType(byte[] png) {
        return png[25];
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 5000})
    void pngGivesBackEveryPixel(int colors) throws IOException {
        RenderedMap map = colorful(colors, 83, 67);
        byte[] png = encoder.encode(map, ImageFormat.PNG);
        BufferedImage image = decoded(png);
        for (int y = 0; y < 67; y++) {
            for (int x = 0; x < 83; x++) {
                assertThat(image.getRGB(x, y)).isEqualTo(map.argb(x, y));
            }
        }
        assertThat(colorType(png) == PALETTE).isEqualTo(colors <= 256);
    }

    @Test
    void png8HasAtMost256ColoursAndLooksTheSame() throws IOException {
        int[] pixels = new int[128 * 128];
        Arrays.setAll(pixels, i -> 0xFF000000 | i % 128 * 2 << 16 | i / 128 * 2 << 8);
        RenderedMap map = new RenderedMap(128, 128, pixels);
        byte[] png = encoder.encode(map, ImageFormat.PNG8);
        assertThat(colorType(png)).isEqualTo(PALETTE);
        BufferedImage image = decoded(png);
        for (int i = 0; i < pixels.length; i++) {
            int difference = Math.abs((image.getRGB(i % 128, i / 128) >> 16 & 0xFF) - (pixels[i] >> 16 & 0xFF));
            assertThat(difference).isLessThanOrEqualTo(16);
        }
    }

    @Test
    void jpegIsWhiteWhereTheMapIsTransparent() throws IOException {
        RenderedMap map = RenderedMap.ofColor(16, 16, 0);
        assertThat(decoded(encoder.encode(map, ImageFormat.JPEG)).getRGB(8, 8)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aBlankImageIsTinyAndTransparent() throws IOException {
        RenderedMap map = RenderedMap.ofColor(256, 256, 0);
        byte[] png = encoder.encode(map, ImageFormat.PNG);
        assertThat(png).hasSizeLessThan(300).isEqualTo(encoder.encode(map, ImageFormat.PNG));
        assertThat(decoded(png).getRGB(100, 100)).isZero();
    }
}
