package vn.ruralmap.server.render;

import com.pngencoder.PngEncoder;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes images. For any number of threads; the bytes of images of one colour are kept. */
public final class ImageEncoder {

    private static final int MAX_COLORS = 256;
    private static final int TRUE_COLOR_LEVEL = 3;
    private static final float JPEG_QUALITY = 0.88f;
    private static final int MAX_BLANKS = 64;

    private final Map<Blank, byte[]> blanks = new ConcurrentHashMap<>();

    private record Blank(int widthPx, int heightPx, int color, ImageFormat format) {}

    public byte[] encode(RenderedMap map, ImageFormat format) {
        if (!map.isOneColor() && !isOneColor(map.pixels())) {
            return write(map, format);
        }
        Blank key = new Blank(map.widthPx(), map.heightPx(), map.color(), format);
        byte[] known = blanks.get(key);
        if (known == null) {
            known = write(map, format);
            // Clients may ask for any size and colour; only the usual ones are worth keeping.
            if (blanks.size() < MAX_BLANKS) {
                blanks.put(key, known);
            }
        }
        return known.clone();
    }

    private static boolean isOneColor(int[] pixels) {
        return Arrays.equals(pixels, 0, pixels.length - 1, pixels, 1, pixels.length);
    }

    private static byte[] write(RenderedMap map, ImageFormat format) {
        if (format == ImageFormat.JPEG) {
            return writeJpeg(map);
        } else if (format == ImageFormat.GIF) {
            return GifImage.write(map);
        }
        ColorTable table = ColorTable.of(map, format == ImageFormat.PNG8 ? Integer.MAX_VALUE : MAX_COLORS);
        return table == null
                ? writeTrueColor(map)
                : IndexedPng.write(map.widthPx(), map.heightPx(), MedianCut.reduce(table, MAX_COLORS));
    }

    private static byte[] writeTrueColor(RenderedMap map) {
        int[] pixels = map.pixels();
        int transparency = 255;
        for (int pixel : pixels) {
            transparency &= pixel >>> 24;
        }
        int type = transparency == 255 ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB;
        BufferedImage image = new BufferedImage(map.widthPx(), map.heightPx(), type);
        int[] copy = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            copy[i] = Pixels.unmultiplied(pixels[i]);
        }
        return new PngEncoder()
                .withBufferedImage(image)
                .withCompressionLevel(TRUE_COLOR_LEVEL)
                .withMultiThreadedCompressionEnabled(false)
                .toBytes();
    }

    private static byte[] writeJpeg(RenderedMap map) {
        BufferedImage image = new BufferedImage(map.widthPx(), map.heightPx(), BufferedImage.TYPE_INT_RGB);
        int[] opaque = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < opaque.length; i++) {
            opaque[i] = Pixels.over(map.pixels()[i], 0xFFFFFFFF);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream output = new javax.imageio.stream.MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
