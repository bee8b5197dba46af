package vn.ruralmap.dataimport.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the elements of an XML file without document type, entities or anything outside the file. Names are
 * compared without namespace: the files of twenty years differ in nothing else.
 *
 * <pre>{@code
 * int parent = walk.depth();
 * while (walk.nextChild(parent)) {
 *     // at the start of a child; what is not read of it is skipped
 * }
 * }</pre>
 */
final class XmlWalk implements Closeable {
    /** Every level costs stack where elements are read recursively. */
    private static final int DEEPEST = 200;

    /** Takes text in pieces. */
    @FunctionalInterface
    interface TextConsumer {
        void accept(char[] chars, int from, int length);
    }

    private final Reader in;
    private final XMLStreamReader reader;
    private final String name;
    private int depth;
    private boolean ended;

    private XmlWalk(Reader in, XMLStreamReader reader, String name) {
        this.in = in;
        this.reader = reader;
        this.name = name;
    }

    static XmlWalk open(Path file, String name, ReadOptions options) throws IOException, UnreadableSourceException {
        // The one of the JDK, whatever else is on the class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        Reader in = XmlCharset.open(file, name, options);
        boolean opened = false;
        try {
            XmlWalk walk = new XmlWalk(in, factory.createXMLStreamReader(in), name);
            opened = true;
            return walk;
        } catch (XMLStreamException e) {
            throw broken(name, e);
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    String fileName() {
        return name;
    }

    /** Of the current element; 0 before the root. */
    int depth() {
        return depth;
    }

    String element() {
        return reader.getLocalName();
    }

    /** Empty if the element has none. */
    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The value of an attribute, whatever its namespace; null: none. Only at the start of an element. */
    @Nullable
    String attribute(String wanted) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(wanted)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Goes to the next child of the element that is open at a depth; false at its end. */
    boolean nextChild(int parent) throws UnreadableSourceException, IOException {
        while (depth >= parent) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the next start of an element anywhere; false at the end of the file. */
    boolean nextStart() throws UnreadableSourceException, IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** The text of the current element and those in it, to its end. */
    String text(int limitChars) throws UnreadableSourceException, IOException {
        StringBuilder text = new StringBuilder();
        boolean[] tooLong = new boolean[1];
        characters((chars, from, length) -> {
            tooLong[0] |= text.length() + length > limitChars;
            if (!tooLong[0]) {
                text.append(chars, from, length);
            }
        });
        if (tooLong[0]) {
            throw refused("XML_TOO_LARGE", "một giá trị quá dài", "a value is too long");
        }
        return text.toString();
    }

    /** The text of the current element, to its end; null: it has a child, at whose start the walk stands. */
    @Nullable
    String textUnlessChild(int limitChars) throws UnreadableSourceException, IOException {
        StringBuilder text = new StringBuilder();
        int own = depth;
        while (depth == own && !ended) {
            if (isText(next())) {
                if (text.length() + reader.getTextLength() > limitChars) {
                    throw refused("XML_TOO_LARGE", "một giá trị quá dài", "a value is too long");
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return depth > own ? null : text.toString();
    }

    /** Gives the text of the current element and those in it to a consumer, to its end. */
    void characters(TextConsumer consumer) throws UnreadableSourceException, IOException {
        int own = depth;
        while (depth >= own && !ended) {
            if (isText(next())) {
                consumer.accept(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private int next() throws UnreadableSourceException, IOException {
        if (ended) {
            return XMLStreamConstants.END_DOCUMENT;
        }
        try {
            int event = reader.next();
            ended = event == XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw refused("XML_TOO_LARGE", "các phần tử lồng quá sâu", "elements are nested too deep");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD) {
                throw refused("XML_DOCTYPE", "có khai báo DOCTYPE, hãy xóa nó", "it has a DOCTYPE; delete it");
            }
            return event;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharacterCodingException)) {
                throw cause;
            }
            throw broken(name, e);
        }
    }

    UnreadableSourceException refused(String code, String vi, String en) {
        Location at = reader.getLocation();
        return new UnreadableSourceException(
                code,
                name + " không đọc được (dòng " + at.getLineNumber() + "): " + vi + ".",
                name + " cannot be read (line " + at.getLineNumber() + "): " + en + ".");
    }

    private static UnreadableSourceException broken(String name, XMLStreamException e) {
        Location at = e.getLocation();
        String place = at == null ? "?" : at.getLineNumber() + ":" + at.getColumnNumber();
        String reason = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "");
        return new UnreadableSourceException(
                "XML_BROKEN",
                name + " là XML hỏng ở dòng:cột " + place + ": " + reason + " Tải lại hoặc xuất lại tệp; nếu là lỗi"
                        + " bảng mã, cho biết bằng --charset.",
                name + " is broken XML at line:column " + place + ": " + reason
                        + " Download or export it again; if it is the character set, name it with --charset.",
                e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
