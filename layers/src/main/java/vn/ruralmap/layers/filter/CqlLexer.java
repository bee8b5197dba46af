package vn.ruralmap.layers.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.LocalizedText;

/** Cuts a filter in CQL into words, numbers, texts and signs, one ahead. */
final class CqlLexer {

    /** What a piece of the text is. */
    enum Kind {
        WORD,
        /** A name in double quotes. */
        NAME,
        NUMBER,
        TEXT,
        /** A day or time that is not quoted; ECQL only. */
        TIME,
        SIGN,
        END
    }

    private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}(?:[Tt]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:[Zz]|[+-]\\d{2}:?\\d{2})?)?(?!\\w)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.:]*");
    private static final Pattern CALL = Pattern.compile("\\s*\\(");
    private static final Pattern SIGN = Pattern.compile("<>|!=|<=|>=|==|[-+*/%^=<>(),\\[\\];]");

    private final String text;
    private final boolean isEcql;
    private final Matcher matcher;
    private int next;

    private Kind kind = Kind.END;
    private String value = "";
    private int start;

    CqlLexer(String text, boolean isEcql) {
        this.text = text;
        this.isEcql = isEcql;
        this.matcher = NUMBER.matcher(text);
        advance();
    }

    Kind kind() {
        return kind;
    }

    /** Of the current piece, without quotes. */
    String value() {
        return value;
    }

    /** Where the current piece begins, from 0. */
    int start() {
        return start;
    }

    /** True if the current piece is this word, in any case. */
    boolean isWord(String word) {
        return kind == Kind.WORD && value.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && value.equals(sign);
    }

    boolean takeWord(String word) {
        boolean found = isWord(word);
        if (found) {
            advance();
        }
        return found;
    }

    boolean takeSign(String sign) {
        boolean found = isSign(sign);
        if (found) {
            advance();
        }
        return found;
    }

    void demandSign(String sign) {
        if (!takeSign(sign)) {
            throw malformed("cần dấu " + sign + " ở đây", sign + " is needed here");
        }
    }

    void demandWord(String word) {
        if (!takeWord(word)) {
            throw malformed("cần " + word + " ở đây", word + " is needed here");
        }
    }

    /** True if the next thing after the current word is an opening bracket. */
    boolean isCall() {
        return kind == Kind.WORD && isFollowedBy(CALL);
    }

    /** True if what comes after the current piece begins so. */
    boolean isFollowedBy(Pattern pattern) {
        matcher.usePattern(pattern);
        matcher.region(next, text.length());
        return matcher.lookingAt();
    }

    /** Gives the value of the current piece and goes on. */
    String take() {
        String taken = value;
        advance();
        return taken;
    }

    private void advance() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        start = next;
        if (next == text.length()) {
            kind = Kind.END;
            value = "";
            return;
        }
        char c = text.charAt(next);
        if (c == '\'') {
            quoted('\'', Kind.TEXT);
        } else if (c == '"') {
            quoted('"', Kind.NAME);
        } else if (!(isEcql && found(TIME, Kind.TIME))
                && !found(NUMBER, Kind.NUMBER)
                && !found(WORD, Kind.WORD)
                && !found(SIGN, Kind.SIGN)) {
            throw malformed("ký tự này không có nghĩa ở đây", "this character means nothing here");
        }
    }

    private boolean found(Pattern pattern, Kind what) {
        matcher.usePattern(pattern);
        matcher.region(next, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        kind = what;
        value = matcher.group();
        next = matcher.end();
        return true;
    }

    /** A doubled quote stands for one; in CQL2 also one after a backslash (OGC 21-065r2 annex B). */
    private void quoted(char quote, Kind what) {
        StringBuilder content = new StringBuilder();
        int at = next + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean hasNext = at + 1 < text.length();
            if (c == quote) {
                if (!hasNext || text.charAt(at + 1) != quote) {
                    kind = what;
                    value = content.toString();
                    next = at + 1;
                    return;
                }
                at++;
            } else if (c == '\\' && !isEcql && hasNext && text.charAt(at + 1) == quote) {
                c = quote;
                at++;
            }
            content.append(c);
            at++;
        }
        throw malformed("thiếu dấu nháy đóng", "the closing quote is missing");
    }

    FilterException malformed(String vi, String en) {
        return refuse(start, Fault.MALFORMED, vi, en);
    }

    /** @param at from 0 */
    static FilterException refuse(int at, Fault fault, String vi, String en) {
        return FilterException.at(at + 1, fault, new LocalizedText(vi, en));
    }

    /** The same reason, with a place. */
    static FilterException locate(int at, FilterException reason) {
        return reason.line() > 0
                ? reason
                : refuse(
                        at,
                        reason.fault(),
                        reason.bareReason().vi(),
                        reason.bareReason().en());
    }
}
