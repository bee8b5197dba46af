package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;

/** Paints well-known marks, alone or repeated as the pattern of a fill. */
final class MarkPainter {

    private MarkPainter() {}

    /** A mark with its centre as the anchor. */
    static Sprite mark(Graphic graphic, double scale) {
        double sizePx = StylePreparer.number(graphic.getSize(), 6) * scale;
        int half = (int) Math.ceil(sizePx * 0.75 + 2 * scale);
        Sprite sprite = Sprite.empty(2 * half + 1, 2 * half + 1, half, half);
        AffineTransform place = AffineTransform.getTranslateInstance(half + 0.5, half + 0.5);
        place.rotate(Math.toRadians(StylePreparer.number(graphic.getRotation(), 0)));
        place.scale(sizePx, sizePx);
        paint(graphic, sprite, place, scale);
        return sprite;
    }

    /**
     * A tile that repeats without seams: the mark is painted with its eight neighbours. A hatch line runs through the
     * whole tile, so its distance is the graphic's size.
     */
    static Sprite pattern(Graphic graphic, double scale) {
        int size = (int) Math.max(2, Math.round(StylePreparer.number(graphic.getSize(), 8) * scale));
        Sprite tile = Sprite.empty(size, size, 0, 0);
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                AffineTransform place = AffineTransform.getTranslateInstance((column + 0.5) * size, (row + 0.5) * size);
                place.scale(size, size);
                paint(graphic, tile, place, scale);
            }
        }
        return tile;
    }

    private static void paint(Graphic graphic, Sprite sprite, AffineTransform place, double scale) {
        double opacity = StylePreparer.number(graphic.getOpacity(), 1);
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                String name = StylePreparer.text(mark.getWellKnownName(), "square");
                Shape shape = place.createTransformedShape(shape(name));
                if (mark.getFill() != null && !isLine(name)) {
                    sprite.paint(shape, faded(StylePreparer.color(mark.getFill()), opacity));
                }
                if (mark.getStroke() != null) {
                    LinePaint line = StylePreparer.line(mark.getStroke(), scale);
                    // A hatch is cut by the tile, so its ends must not show.
                    BasicStroke stroke = name.startsWith("shape://")
                            ? new BasicStroke(line.widthPx(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER)
                            : line.line(0);
                    sprite.paint(stroke.createStrokedShape(shape), faded(line.color(), opacity));
                }
            }
        }
    }

    private static int faded(int color, double opacity) {
        return Pixels.scaled(color, (int) Math.round(opacity * 255));
    }

    private static boolean isLine(String name) {
        return name.startsWith("shape://") && !name.equals("shape://dot");
    }

    /** In a square of side 1 around 0, 0; y down. Names as in SE 1.1 §11.3.2 and GeoServer's {@code shape://}. */
    private static Shape shape(String name) {
        return switch (name) {
            case "circle" -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case "triangle" -> polygon(3, 0.58, 1);
            case "pentagon" -> polygon(5, 0.52, 1);
            case "hexagon" -> polygon(6, 0.5, 1);
            case "diamond" -> polygon(4, 0.55, 1);
            case "star" -> polygon(10, 0.55, 0.42);
            case "cross" -> cross(0);
            case "x" -> cross(Math.PI / 4);
            case "shape://dot" -> new Ellipse2D.Double(-0.1, -0.1, 0.2, 0.2);
            case "shape://vertline" -> lines(0, -0.5, 0, 0.5);
            case "shape://horline" -> lines(-0.5, 0, 0.5, 0);
            case "shape://slash" -> lines(-0.5, 0.5, 0.5, -0.5);
            case "shape://backslash" -> lines(-0.5, -0.5, 0.5, 0.5);
            case "shape://plus" -> lines(0, -0.25, 0, 0.25, -0.25, 0, 0.25, 0);
            case "shape://times" -> lines(-0.25, 0.25, 0.25, -0.25, -0.25, -0.25, 0.25, 0.25);
            default -> new Rectangle2D.Double(-0.5, -0.5, 1, 1);
        };
    }

    /** A regular polygon standing on its base, or a star if every other corner is nearer to the centre. */
    private static Shape polygon(int corners, double radius, double inner) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners - Math.PI / 2;
            double r = i % 2 == 1 ? radius * inner : radius;
            if (i == 0) {
                path.moveTo(r * Math.cos(angle), r * Math.sin(angle));
            } else {
                path.lineTo(r * Math.cos(angle), r * Math.sin(angle));
            }
        }
        path.closePath();
        return path;
    }

    private static Shape cross(double angle) {
        Path2D path = new Path2D.Double();
        path.append(new Rectangle2D.Double(-0.5, -0.15, 1, 0.3), false);
        path.append(new Rectangle2D.Double(-0.15, -0.5, 0.3, 1), false);
        path.transform(AffineTransform.getRotateInstance(angle));
        return path;
    }

    private static Shape lines(double... ends) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < ends.length; i += 4) {
            path.moveTo(ends[i], ends[i + 1]);
            path.lineTo(ends[i + 2], ends[i + 3]);
        }
        return path;
    }
}
