package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words, numbers and quoted texts of a .mif. Lines mean nothing, commas and brackets no more than spaces: programs
 * break lines and separate numbers as they like.
 */
final class MifTokens implements Closeable {
    private static final int LONGEST = 1 << 16;

    private final Reader reader;
    private final String name;
    private final char[] buffer = new char[1 << 15];
    private int at;
    private int filled;
    private long line = 1;
    private @Nullable Token pushedBack;

    /**
     * One token.
     *
     * @param text without quotes
     * @param isQuoted true if it stood in quotes
     */
    record Token(String text, boolean isQuoted) {
        boolean is(String word) {
            return !isQuoted && text.equalsIgnoreCase(word);
        }

        /** In lower case; empty if it stood in quotes, which make everything a text. */
        String word() {
            return isQuoted ? "" : text.toLowerCase(Locale.ROOT);
        }
    }

    MifTokens(Reader reader, String name) {
        this.reader = reader;
        this.name = name;
    }

    /** The next token, or null at the end. */
    @Nullable
    Token next() throws UnreadableSourceException, IOException {
        Token kept = pushedBack;
        if (kept != null) {
            pushedBack = null;
            return kept;
        }
        int c = read();
        while (c >= 0 && isSpace(c)) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        return c == '"' ? quoted() : word(c);
    }

    void pushBack(Token token) {
        pushedBack = token;
    }

    /** The next token if it is a number; else NaN, and the token stays. */
    double number() throws UnreadableSourceException, IOException {
        Token token = next();
        if (token == null) {
            return Double.NaN;
        }
        if (!token.isQuoted) {
            try {
                return Double.parseDouble(token.text);
            } catch (NumberFormatException e) {
                pushBack(token);
                return Double.NaN;
            }
        }
        pushBack(token);
        return Double.NaN;
    }

    private Token quoted() throws UnreadableSourceException, IOException {
        StringBuilder text = new StringBuilder();
        for (int c = read(); c >= 0; c = read()) {
            if (c == '"') {
                int following = read();
                if (following != '"') {
                    unread(following);
                    break;
                }
            }
            append(text, c);
        }
        return new Token(text.toString(), true);
    }

    private Token word(int first) throws UnreadableSourceException, IOException {
        StringBuilder text = new StringBuilder();
        int c = first;
        while (c >= 0 && !isSpace(c) && c != '"') {
            append(text, c);
            c = read();
        }
        unread(c);
        return new Token(text.toString(), false);
    }

    private void append(StringBuilder text, int c) throws UnreadableSourceException {
        if (text.length() >= LONGEST) {
            throw broken("chuỗi quá dài", "a word or text is too long");
        }
        text.append((char) c);
    }

    private static boolean isSpace(int c) {
        return c <= ' ' || c == ',' || c == '(' || c == ')';
    }

    private int read() throws IOException {
        if (at == filled) {
            filled = Math.max(0, reader.read(buffer));
            at = 0;
            if (filled == 0) {
                return -1;
            }
        }
        char c = buffer[at++];
        line += c == '\n' ? 1 : 0;
        return c;
    }

    /** Only ever the character read last, which is still in the buffer. */
    private void unread(int c) {
        if (c >= 0) {
            at--;
            line -= c == '\n' ? 1 : 0;
        }
    }

    UnreadableSourceException broken(String vi, String en) {
        return new UnreadableSourceException(
                "MIF_BROKEN",
                name + " hỏng ở dòng " + line + ": " + vi + ". Xuất lại từ MapInfo hoặc QGIS.",
                name + " is broken at line " + line + ": " + en + ". Export it again from MapInfo or QGIS.");
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
