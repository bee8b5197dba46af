package vn.ruralmap.server.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Writes one XML document to a stream as it is told, keeping no more than a buffer.
 *
 * <p>Own code because a whole layer is three million numbers: they go into the buffer without becoming strings, which
 * {@code javax.xml.stream} cannot do. Everything that is not a number is escaped; characters that XML 1.0 §2.2 forbids
 * become U+FFFD.
 */
public final class XmlWriter {

    private static final int BUFFER_CHARS = 16 * 1024;
    /** Room for the longest number. */
    private static final int RESERVE_CHARS = 64;

    private final Writer out;
    private final boolean indented;
    private final char[] buffer = new char[BUFFER_CHARS];
    private final Deque<String> open = new ArrayDeque<>();
    private int length;
    private boolean inTag;
    private boolean hasText;

    private XmlWriter(OutputStream out, boolean indented) throws IOException {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.indented = indented;
        put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /** For documents that people read: a line per element. */
    public static XmlWriter indented(OutputStream out) throws IOException {
        return new XmlWriter(out, true);
    }

    /** For data: breaks lines only where {@link #newLine()} says so. */
    public static XmlWriter compact(OutputStream out) throws IOException {
        return new XmlWriter(out, false);
    }

    public XmlWriter start(String name) throws IOException {
        closeTag();
        if (indented && !open.isEmpty()) {
            newLine();
            put("  ".repeat(open.size()));
        }
        put('<');
        put(name);
        open.push(name);
        inTag = true;
        hasText = false;
        return this;
    }

    /** @param attributes names and values in turn */
    public XmlWriter start(String name, String... attributes) throws IOException {
        start(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    /** Right after the beginning. @param declaration a constant */
    public XmlWriter docType(String declaration) throws IOException {
        put(declaration);
        return newLine();
    }

    public XmlWriter attribute(String name, String value) throws IOException {
        put(' ');
        put(name);
        put("=\"");
        escape(value);
        put('"');
        return this;
    }

    public XmlWriter attribute(String name, long value) throws IOException {
        return attribute(name, Long.toString(value));
    }

    public XmlWriter text(String text) throws IOException {
        closeTag();
        escape(text);
        hasText = true;
        return this;
    }

    /** A number with at most so many decimals. */
    public XmlWriter number(double value, int decimals) throws IOException {
        closeTag();
        if (length + RESERVE_CHARS > buffer.length) {
            drain();
        }
        length = Decimals.write(value, decimals, buffer, length);
        hasText = true;
        return this;
    }

    public XmlWriter space() throws IOException {
        put(' ');
        return this;
    }

    /** Between the numbers of a tuple. */
    public XmlWriter comma() throws IOException {
        put(',');
        return this;
    }

    public XmlWriter newLine() throws IOException {
        closeTag();
        put('\n');
        return this;
    }

    public XmlWriter end() throws IOException {
        String name = open.pop();
        if (inTag) {
            put("/>");
            inTag = false;
        } else {
            if (indented && !hasText) {
                newLine();
                put("  ".repeat(open.size()));
            }
            put("</");
            put(name);
            put('>');
        }
        hasText = false;
        return this;
    }

    /** @param attributes names and values in turn */
    public XmlWriter element(String name, String text, String... attributes) throws IOException {
        return start(name, attributes).text(text).end();
    }

    /** The element once in Vietnamese, once in English. */
    public XmlWriter localized(String name, LocalizedText text) throws IOException {
        start(name).attribute("xml:lang", "vi").text(text.vi()).end();
        return start(name).attribute("xml:lang", "en").text(text.en()).end();
    }

    /** Closes what is open and hands everything to the stream. */
    public void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        put('\n');
        drain();
        out.flush();
    }

    private void closeTag() throws IOException {
        if (inTag) {
            put('>');
            inTag = false;
        }
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> put("&lt;");
                case '>' -> put("&gt;");
                case '&' -> put("&amp;");
                case '"' -> put("&quot;");
                // kept through the normalisation of attribute values and line ends (XML 1.0 §2.11, §3.3.3)
                case '\n' -> put("&#10;");
                case '\r' -> put("&#13;");
                case '\t' -> put("&#9;");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        put(c);
                        put(text.charAt(++i));
                    } else {
                        put(c < 0x20 || Character.isSurrogate(c) || c >= 0xFFFE ? '\uFFFD' : c);
                    }
                }
            }
        }
    }

    private void put(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void put(char c) throws IOException {
        if (length == buffer.length) {
            drain();
        }
        buffer[length++] = c;
    }

    private void drain() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
