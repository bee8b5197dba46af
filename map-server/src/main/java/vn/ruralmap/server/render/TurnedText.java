package vn.ruralmap.server.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.Normalizer;
import java.util.Optional;

/** A label of one line whose letters follow a path. */
final class TurnedText implements LabelPicture {

    private static final int MAX_LENGTH = 120;
    /** From the base line to the middle of small letters, in sizes. */
    private static final double MIDDLE = 0.3;

    private final LabelLook look;
    private final Path2D.Float outline;
    private final double centreX;
    private final double centreY;
    private final double widthPx;
    private final double heightPx;

    private TurnedText(LabelLook look, Path2D.Float outline) {
        Rectangle2D box = outline.getBounds2D();
        this.look = look;
        this.outline = outline;
        this.centreX = box.getCenterX();
        this.centreY = box.getCenterY();
        this.widthPx = box.getWidth();
        this.heightPx = box.getHeight();
    }

    static double widthPx(String text, LabelLook look) {
        return look.font().widthPx(normal(text), look.sizePx());
    }

    private static String normal(String text) {
        String line = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), MAX_LENGTH));
    }

    /**
     * Sets a text along a path, its middle at a distance from the path's start.
     *
     * @param offsetPx from the path to the middle of the letters, upwards
     * @param bend radians that letters may turn from one to the next
     * @return empty if the path is too short or too crooked there
     */
    static Optional<TurnedText> along(
            LabelPath path, double middlePx, String text, LabelLook look, double offsetPx, double bend) {
        String line = normal(text);
        double start = middlePx - widthPx(line, look) / 2;
        if (start < 0 || start + widthPx(line, look) > path.lengthPx()) {
            return Optional.empty();
        }
        Path2D.Float outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
        double at = start;
        double before = Double.NaN;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String letter = line.substring(i, line.offsetByCodePoints(i, 1));
            double width = look.font().widthPx(letter, look.sizePx());
            LabelPath.Place place = path.at(at, at + width);
            if (Math.abs(Math.IEEEremainder(place.angle() - before, 2 * Math.PI)) > bend) {
                return Optional.empty();
            }
            before = place.angle();
            AffineTransform turn = AffineTransform.getTranslateInstance(place.x(), place.y());
            turn.rotate(place.angle());
            turn.translate(-width / 2, MIDDLE * look.sizePx() - offsetPx);
            outline.append(look.font().outline(letter, look.sizePx()).getPathIterator(turn), false);
            at += width;
        }
        return outline.getCurrentPoint() == null ? Optional.empty() : Optional.of(new TurnedText(look, outline));
    }

    /** The centre of the label's box, in the path's coordinates. */
    double centreX() {
        return centreX;
    }

    double centreY() {
        return centreY;
    }

    @Override
    public double widthPx() {
        return widthPx;
    }

    @Override
    public double heightPx() {
        return heightPx;
    }

    @Override
    public Sprite sprite() {
        double margin = look.haloPx() + 2;
        int halfWidth = (int) Math.ceil(widthPx / 2 + margin);
        int halfHeight = (int) Math.ceil(heightPx / 2 + margin);
        Sprite painted = Sprite.empty(2 * halfWidth + 1, 2 * halfHeight + 1, halfWidth, halfHeight);
        Path2D.Float moved = new Path2D.Float(outline);
        moved.transform(AffineTransform.getTranslateInstance(halfWidth + 0.5 - centreX, halfHeight + 0.5 - centreY));
        look.paint(painted, moved);
        return painted;
    }
}
