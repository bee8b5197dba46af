package vn.ruralmap.server.render;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.geotools.api.style.ExternalGraphic;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.Mark;

/** Paints well-known marks and pictures: alone, repeated as the pattern of a fill, or along a line. */
final class MarkPainter {

    /** Of marks along a line: a step of 5.6 degrees is not seen in a mark. */
    private static final int DIRECTIONS = 64;

    private final double scale;
    private final Map<String, byte[]> symbols;

    /** @param scale pixels per standard pixel. @param symbols the SVG pictures of the style by name */
    MarkPainter(double scale, Map<String, byte[]> symbols) {
        this.scale = scale;
        this.symbols = symbols;
    }

    /** A mark that lies on its place with the graphic's anchor, by default its centre. */
    Sprite mark(Graphic graphic) {
        double sizePx = StylePreparer.number(graphic.getSize(), 6) * scale;
        Sprite centred = mark(graphic, 0);
        double dx = 0;
        double dy = 0;
        if (graphic.getAnchorPoint() != null) {
            dx = (0.5 - StylePreparer.number(graphic.getAnchorPoint().getAnchorPointX(), 0.5)) * sizePx;
            dy = (StylePreparer.number(graphic.getAnchorPoint().getAnchorPointY(), 0.5) - 0.5) * sizePx;
        }
        if (graphic.getDisplacement() != null) {
            dx += StylePreparer.number(graphic.getDisplacement().getDisplacementX(), 0) * scale;
            dy -= StylePreparer.number(graphic.getDisplacement().getDisplacementY(), 0) * scale;
        }
        return new Sprite(
                centred.widthPx(),
                centred.heightPx(),
                centred.anchorX() - (int) Math.round(dx),
                centred.anchorY() - (int) Math.round(dy),
                centred.pixels());
    }

    /** A mark in all directions, to be repeated along a line. */
    LinePaint.Stamps stamps(Graphic graphic) {
        List<Sprite> turned = new ArrayList<>();
        for (int i = 0; i < DIRECTIONS; i++) {
            turned.add(mark(graphic, 2 * Math.PI * i / DIRECTIONS));
        }
        double sizePx = StylePreparer.number(graphic.getSize(), 6) * scale;
        double gapPx = StylePreparer.number(graphic.getGap(), 0) * scale;
        double initialPx = StylePreparer.number(graphic.getInitialGap(), 0) * scale;
        return new LinePaint.Stamps(turned, initialPx + sizePx / 2, Math.max(1, sizePx + gapPx));
    }

    private Sprite mark(Graphic graphic, double angle) {
        double sizePx = StylePreparer.number(graphic.getSize(), 6) * scale;
        // a picture may be four times as wide as high
        double reach = hasPicture(graphic) ? 2.1 : 0.75;
        int half = (int) Math.ceil(sizePx * reach + 2 * scale);
        Sprite sprite = Sprite.empty(2 * half + 1, 2 * half + 1, half, half);
        AffineTransform place = AffineTransform.getTranslateInstance(half + 0.5, half + 0.5);
        place.rotate(angle + Math.toRadians(StylePreparer.number(graphic.getRotation(), 0)));
        place.scale(sizePx, sizePx);
        paint(graphic, sprite, place);
        return sprite;
    }

    private static boolean hasPicture(Graphic graphic) {
        return graphic.graphicalSymbols().stream().anyMatch(ExternalGraphic.class::isInstance);
    }

    /**
     * A tile that repeats without seams: the mark is painted with its eight neighbours. A hatch line runs through the
     * whole tile, so its distance is the graphic's size.
     */
    Sprite pattern(Graphic graphic) {
        int size = (int) Math.max(2, Math.round(StylePreparer.number(graphic.getSize(), 8) * scale));
        Sprite tile = Sprite.empty(size, size, 0, 0);
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                AffineTransform place = AffineTransform.getTranslateInstance((column + 0.5) * size, (row + 0.5) * size);
                place.scale(size, size);
                paint(graphic, tile, place);
            }
        }
        return tile;
    }

    private void paint(Graphic graphic, Sprite sprite, AffineTransform place) {
        double opacity = StylePreparer.number(graphic.getOpacity(), 1);
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof ExternalGraphic picture) {
                SvgPainter.paint(Objects.requireNonNull(symbols.get(picture.getURI())), sprite, place, opacity);
            } else if (symbol instanceof Mark mark) {
                String name = StylePreparer.text(mark.getWellKnownName(), "square");
                Shape shape = place.createTransformedShape(shape(name));
                if (mark.getFill() != null && !isLine(name)) {
                    sprite.paint(shape, faded(StylePreparer.color(mark.getFill()), opacity));
                }
                if (mark.getStroke() != null) {
                    LinePaint line = StylePreparer.stroke(mark.getStroke(), scale);
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
        return name.equals("line")
                || name.startsWith("shape://") && !name.equals("shape://dot") && !name.equals("shape://carrow");
    }

    /** In a square of side 1 around 0, 0; y down. Names as in SE 1.1 §11.3.2 and GeoServer's {@code shape://}. */
    private static Shape shape(String name) {
        return switch (name) {
            case "circle" -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case "triangle", "equilateral_triangle" -> polygon(3, 0.58, 1);
            case "pentagon" -> polygon(5, 0.52, 1);
            case "hexagon" -> polygon(6, 0.5, 1);
            case "diamond" -> polygon(4, 0.55, 1);
            case "octagon" -> polygon(8, 0.5, 1);
            case "arrow" -> closed(0, -0.5, 0.35, 0, 0.15, 0, 0.15, 0.5, -0.15, 0.5, -0.15, 0, -0.35, 0);
            case "arrowhead" -> closed(-0.5, -0.4, 0.5, 0, -0.5, 0.4, -0.2, 0);
            case "line" -> lines(0, -0.5, 0, 0.5);
            case "star", "regular_star" -> polygon(10, 0.55, 0.42);
            case "cross", "cross_fill" -> cross(0);
            case "x" -> cross(Math.PI / 4);
            case "shape://dot" -> new Ellipse2D.Double(-0.1, -0.1, 0.2, 0.2);
            case "shape://vertline" -> lines(0, -0.5, 0, 0.5);
            case "shape://horline" -> lines(-0.5, 0, 0.5, 0);
            case "shape://slash" -> lines(-0.5, 0.5, 0.5, -0.5);
            case "shape://backslash" -> lines(-0.5, -0.5, 0.5, 0.5);
            case "shape://oarrow" -> lines(-0.5, -0.3, 0.5, 0, 0.5, 0, -0.5, 0.3);
            case "shape://carrow" -> closed(-0.5, -0.3, 0.5, 0, -0.5, 0.3);
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

    private static Shape closed(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
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
