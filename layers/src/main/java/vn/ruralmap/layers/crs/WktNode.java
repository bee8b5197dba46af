package vn.ruralmap.layers.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Well-known text as a tree: a keyword with texts, numbers and further nodes in brackets. WKT 1 and WKT 2 (ISO 19162)
 * share this form, with brackets of either kind.
 *
 * @param keyword in capitals
 * @param scalars its own texts, without quotation marks, numbers and bare words, in order
 * @param children further nodes, in order
 */
record WktNode(String keyword, List<String> scalars, List<WktNode> children) {

    /** No definition nests deeper than ten; a deeper one is no definition. */
    private static final int MAX_DEPTH = 24;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")*)\"|([A-Za-z_][A-Za-z_0-9]*)|([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)|([\\[(\\]),]))");

    WktNode {
        scalars = List.copyOf(scalars);
        children = List.copyOf(children);
    }

    /**
     * Parses the first node; what follows it (ESRI appends the vertical system after a comma) is left.
     *
     * @throws IllegalArgumentException if the text is no well-known text
     */
    static WktNode parse(String text) {
        Matcher token = TOKEN.matcher(text);
        if (!token.lookingAt() || token.group(2) == null) {
            throw new IllegalArgumentException("no keyword at the start");
        }
        String keyword = token.group(2);
        next(token, text);
        return node(keyword, token, text, 0);
    }

    private static WktNode node(String keyword, Matcher token, String text, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested too deeply");
        }
        if (!isOpening(token)) {
            throw new IllegalArgumentException("no bracket after " + keyword);
        }
        List<String> scalars = new ArrayList<>();
        List<WktNode> children = new ArrayList<>();
        do {
            next(token, text);
            if (token.group(2) != null) {
                String word = token.group(2);
                next(token, text);
                if (isOpening(token)) {
                    children.add(node(word, token, text, depth + 1));
                    next(token, text);
                } else {
                    scalars.add(word);
                }
            } else if (token.group(4) == null) {
                scalars.add(
                        token.group(1) == null
                                ? Objects.requireNonNull(token.group(3))
                                : token.group(1).replace("\"\"", "\""));
                next(token, text);
            }
        } while (",".equals(token.group(4)));
        if (token.group(4) == null || isOpening(token)) {
            throw new IllegalArgumentException("no comma or closing bracket in " + keyword);
        }
        return new WktNode(keyword.toUpperCase(Locale.ROOT), scalars, children);
    }

    private static void next(Matcher token, String text) {
        token.region(token.end(), text.length());
        if (!token.lookingAt()) {
            throw new IllegalArgumentException("not closed");
        }
    }

    private static boolean isOpening(Matcher token) {
        return "[".equals(token.group(4)) || "(".equals(token.group(4));
    }

    /** Its first text or number. */
    String name() {
        return scalars.isEmpty() ? "" : scalars.get(0);
    }

    /** @throws IllegalArgumentException if there is no number */
    double number(int index) {
        if (index >= scalars.size()) {
            throw new IllegalArgumentException("no number in " + keyword);
        }
        return Double.parseDouble(scalars.get(index));
    }

    /** The first child with one of these keywords. */
    Optional<WktNode> find(String... keywords) {
        Set<String> wanted = Set.of(keywords);
        return children.stream()
                .filter(child -> wanted.contains(child.keyword()))
                .findFirst();
    }

    /** @throws IllegalArgumentException if there is none */
    WktNode get(String... keywords) {
        return find(keywords)
                .orElseThrow(() -> new IllegalArgumentException("no " + String.join("/", keywords) + " in " + keyword));
    }
}
