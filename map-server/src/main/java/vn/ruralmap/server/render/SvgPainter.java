package vn.ruralmap.server.render;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;

/** Paints the pictures of a catalogue, which were checked to be plain drawings without text or links. */
final class SvgPainter {

    private SvgPainter() {}

    /**
     * Paints a picture into a sprite.
     *
     * @param place from a square of side 1 around 0, 0, y down, whose height the picture fills, to the sprite's pixels
     * @param opacity 0 to 1
     */
    static void paint(byte[] svg, Sprite sprite, AffineTransform place, double opacity) {
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg),
                        null,
                        LoaderContext.builder()
                                .externalResourcePolicy(ResourcePolicy.DENY_ALL)
                                .build());
        if (document == null) {
            throw new IllegalArgumentException("not a picture");
        }
        double aspect = aspect(document);
        BufferedImage image = new BufferedImage(sprite.widthPx(), sprite.heightPx(), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.transform(place);
        // the library rounds to whole units, which must therefore be small
        graphics.scale(0.001, 0.001);
        graphics.translate(-500 * aspect, -500);
        document.render((java.awt.Component) null, graphics, new ViewBox((float) (1000 * aspect), 1000));
        graphics.dispose();
        int[] painted = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int coverage = (int) Math.round(opacity * 255);
        for (int i = 0; i < painted.length; i++) {
            sprite.pixels()[i] = Pixels.over(Pixels.scaled(painted[i], coverage), sprite.pixels()[i]);
        }
    }

    /** Width by height; what a picture says of itself is believed within reason. */
    private static double aspect(SVGDocument document) {
        double width = document.size().getWidth();
        double height = document.size().getHeight();
        return width > 0 && height > 0 ? Math.max(0.25, Math.min(4, width / height)) : 1;
    }
}
