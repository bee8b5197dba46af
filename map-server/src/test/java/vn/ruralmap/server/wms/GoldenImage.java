package vn.ruralmap.server.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares images with files under {@code src/test/resources/wms/expected}; {@code -Dgolden.update} writes them. */
final class GoldenImage {

    /** Anti-aliasing comes in steps of 17; another Java may round one or two of them otherwise. */
    private static final int STEP = 34;

    /** Pixels that may differ by more: a letter's edge here and there. */
    private static final double FEW = 0.002;

    private GoldenImage() {}

    static void assertSame(String file, BufferedImage image) {
        Path path = Path.of("src/test/resources/wms/expected", file);
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(path.getParent());
                ImageIO.write(image, "png", path.toFile());
            }
            BufferedImage expected = ImageIO.read(path.toFile());
            assertThat(image.getWidth()).isEqualTo(expected.getWidth());
            assertThat(image.getHeight()).isEqualTo(expected.getHeight());
            int different = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    different += isNear(image.getRGB(x, y), expected.getRGB(x, y)) ? 0 : 1;
                }
            }
            assertThat(different).as("pixels that differ from " + file).isLessThanOrEqualTo((int)
                    (FEW * image.getWidth() * image.getHeight()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((one >>> shift & 0xFF) - (other >>> shift & 0xFF)) > STEP) {
                return false;
            }
        }
        return true;
    }
}
