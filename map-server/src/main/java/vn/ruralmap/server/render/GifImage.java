package vn.ruralmap.server.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes GIF images, for clients of another age: half-transparent pixels become either. */
final class GifImage {

    private static final int OPAQUE_COLORS = 255;
    private static final int HALF = 128;

    private GifImage() {}

    static byte[] write(RenderedMap map) {
        int[] pixels = map.pixels();
        int[] opaque = new int[pixels.length];
        boolean transparent = false;
        for (int i = 0; i < pixels.length; i++) {
            boolean seen = pixels[i] >>> 24 >= HALF;
            transparent |= !seen;
            opaque[i] = seen ? Pixels.over(pixels[i], 0xFFFFFFFF) : 0xFFFFFFFF;
        }
        ColorTable every = ColorTable.of(new RenderedMap(map.widthPx(), map.heightPx(), opaque), Integer.MAX_VALUE);
        if (every == null) {
            throw new IllegalStateException("there is no limit to exceed");
        }
        ColorTable table = MedianCut.reduce(every, OPAQUE_COLORS);
        return encode(map, table, transparent);
    }

    private static byte[] encode(RenderedMap map, ColorTable table, boolean transparent) {
        int count = table.colors().length;
        int[] palette = java.util.Arrays.copyOf(table.colors(), count + 1);
        IndexColorModel model = new IndexColorModel(
                8, palette.length, palette, 0, false, transparent ? count : -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(map.widthPx(), map.heightPx(), BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indexes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < indexes.length; i++) {
            boolean seen = map.pixels()[i] >>> 24 >= HALF;
            indexes[i] = (byte) (seen ? table.indexes()[i] : count);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "gif", output)) {
                throw new IllegalStateException("every Java platform writes GIF");
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
