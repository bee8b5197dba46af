package vn.ruralmap.server.render;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A label broken into lines and measured; painted when first drawn.
 *
 * <p>Vietnamese is written in syllables, so a long name can be broken at any space; lines are made about equally long.
 */
final class LabelText implements LabelPicture {

    private static final int MAX_LINES = 3;
    private static final int MAX_LENGTH = 120;
    private static final double LINE_HEIGHT = 1.16;
    private static final int MAX_KEPT_PIXELS = 40_000;

    private final LabelLook look;
    private final List<String> lines;
    final double widthPx;
    final double heightPx;
    private volatile @org.jspecify.annotations.Nullable Sprite sprite;

    private LabelText(String text, LabelLook look) {
        this.look = look;
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        this.lines = broken(composed.substring(0, Math.min(composed.length(), MAX_LENGTH)));
        this.widthPx = lines.stream().mapToDouble(this::width).max().orElse(0);
        this.heightPx = look.sizePx() * (1 + (lines.size() - 1) * LINE_HEIGHT);
    }

    /** Labels made so far. Emptied when full: simpler than forgetting the oldest, and soon filled again. */
    static final class Cache {
        private static final int MAX_LABELS = 4000;

        private final Map<Key, LabelText> labels = new ConcurrentHashMap<>();

        private record Key(String text, LabelLook look) {}

        LabelText get(String text, LabelLook look) {
            if (labels.size() > MAX_LABELS) {
                labels.clear();
            }
            return labels.computeIfAbsent(new Key(text, look), key -> new LabelText(key.text(), key.look()));
        }
    }

    @Override
    public double widthPx() {
        return widthPx;
    }

    @Override
    public double heightPx() {
        return heightPx;
    }

    private double width(String line) {
        return look.font().widthPx(line, look.sizePx());
    }

    private List<String> broken(String text) {
        List<String> all = new ArrayList<>();
        for (String part : text.split("\n")) {
            String line = part.strip().replaceAll("\\s+", " ");
            if (!line.isEmpty()) {
                int parts = (int) Math.min(MAX_LINES, Math.ceil(width(line) / look.wrapPx()));
                all.addAll(brokenInto(List.of(line.split(" ")), Math.max(1, parts)));
            }
        }
        if (all.size() > MAX_LINES) {
            all = new ArrayList<>(all.subList(0, MAX_LINES));
            all.set(MAX_LINES - 1, all.get(MAX_LINES - 1) + "…");
        }
        return all;
    }

    /** Breaks words into lines so that the longest is as short as can be. */
    private List<String> brokenInto(List<String> words, int parts) {
        if (parts == 1 || words.size() == 1) {
            return List.of(fitting(String.join(" ", words)));
        }
        List<String> best = List.of();
        double bestWidth = Double.POSITIVE_INFINITY;
        for (int i = 1; i < words.size(); i++) {
            String first = String.join(" ", words.subList(0, i));
            if (width(first) >= bestWidth) {
                break;
            }
            List<String> candidate = new ArrayList<>(List.of(first));
            candidate.addAll(brokenInto(words.subList(i, words.size()), parts - 1));
            double widest = candidate.stream().mapToDouble(this::width).max().orElse(0);
            if (widest < bestWidth) {
                bestWidth = widest;
                best = candidate;
            }
        }
        return best;
    }

    /** The last line takes what is left over and is cut if that is far too much. */
    private String fitting(String line) {
        String cut = line;
        while (width(cut) > look.wrapPx() * 1.5 && cut.length() > 4) {
            cut = cut.substring(0, cut.length() - 2).strip() + "…";
        }
        return cut;
    }

    @Override
    public Sprite sprite() {
        Sprite ready = sprite;
        if (ready == null) {
            ready = paint();
            // thousands of labels of a poster's size would fill the memory
            sprite = ready.pixels().length <= MAX_KEPT_PIXELS ? ready : null;
        }
        return ready;
    }

    private Sprite paint() {
        double margin = look.haloPx() + 2 + (look.italic() ? look.sizePx() * 0.3 : 0);
        int halfWidth = (int) Math.ceil(widthPx / 2 + margin);
        int halfHeight = (int) Math.ceil(heightPx / 2 + margin + look.sizePx() * 0.25);
        Sprite painted = Sprite.empty(2 * halfWidth + 1, 2 * halfHeight + 1, halfWidth, halfHeight);
        Path2D.Float outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
        // The block of lines is centred by what is seen: from the first line's tall letters to the last base line.
        double capHeight = look.sizePx() * 0.72;
        double block = capHeight + (lines.size() - 1) * LINE_HEIGHT * look.sizePx();
        double baseline = halfHeight + 0.5 - block / 2 + capHeight;
        for (String line : lines) {
            double left = halfWidth + 0.5 - width(line) / 2;
            AffineTransform place = AffineTransform.getTranslateInstance(left, baseline);
            if (look.italic()) {
                place.shear(-0.2, 0);
            }
            outline.append(look.font().outline(line, look.sizePx()).getPathIterator(place), false);
            baseline += LINE_HEIGHT * look.sizePx();
        }
        look.paint(painted, outline);
        return painted;
    }
}
