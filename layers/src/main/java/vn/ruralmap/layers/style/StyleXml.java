package vn.ruralmap.layers.style;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * Parses a style document into {@link StyleElement}s: no document type, no entities, nothing fetched, and limits on
 * size, depth and number of elements. Elements of foreign namespaces are left out, as XML extensions should be.
 */
final class StyleXml {

    static final int MAX_BYTES = 1_000_000;
    private static final int MAX_DEPTH = 60;
    private static final int MAX_ELEMENTS = 20_000;
    private static final Set<String> NAMESPACES = Set.of(
            "",
            "http://www.opengis.net/sld",
            "http://www.opengis.net/se",
            "http://www.opengis.net/ogc",
            "http://www.opengis.net/fes/2.0");

    private final String file;
    private final Deque<StyleElement> open = new ArrayDeque<>();
    private int elements;

    private StyleXml(String file) {
        this.file = file;
    }

    static StyleElement parse(String file, byte[] bytes) {
        return new StyleXml(file).parse(bytes);
    }

    private StyleElement parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw refuse(0, "tệp lớn hơn 1 MB", "the file is larger than 1 MB", null);
        }
        // The JDK's own parser, whatever else is on the class path: its safety settings are the ones tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNumber();
            throw refuse(line, "không phải XML hợp lệ", "this is not well-formed XML", malformed);
        }
    }

    private StyleElement read(XMLStreamReader reader) throws XMLStreamException {
        StyleElement root = null;
        int foreignDepth = 0;
        while (reader.hasNext()) {
            int line = reader.getLocation().getLineNumber();
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refuse(
                            line,
                            "không được dùng DOCTYPE và thực thể; hãy xóa dòng này",
                            "DOCTYPE and entities are not allowed; delete this line",
                            null);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (foreignDepth > 0 || !NAMESPACES.contains(namespace(reader))) {
                        foreignDepth++;
                    } else {
                        StyleElement element = start(reader);
                        root = root == null ? element : root;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (foreignDepth > 0) {
                        foreignDepth--;
                    } else {
                        open.pop();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (foreignDepth == 0 && !open.isEmpty()) {
                        open.peek().content().add(reader.getText());
                    }
                }
                default -> {
                    // comments, processing instructions and white space mean nothing
                }
            }
        }
        if (root == null) {
            throw refuse(1, "không phải tệp SLD", "this is not an SLD file", null);
        }
        return root;
    }

    private StyleElement start(XMLStreamReader reader) {
        int line = reader.getLocation().getLineNumber();
        elements++;
        if (open.size() >= MAX_DEPTH || elements > MAX_ELEMENTS) {
            throw refuse(line, "tệp kiểu quá lồng nhau hoặc quá dài", "the style is too deep or too long", null);
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        List<Object> content = new ArrayList<>();
        StyleElement element = new StyleElement(file, line, reader.getLocalName(), attributes, content);
        if (!open.isEmpty()) {
            open.peek().content().add(element);
        }
        open.push(element);
        return element;
    }

    private static String namespace(XMLStreamReader reader) {
        return reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
    }

    private StyleException refuse(int line, String vi, String en, @Nullable Exception cause) {
        StyleException exception = new StyleException(file, line, new LocalizedText(vi, en));
        if (cause != null) {
            exception.initCause(cause);
        }
        return exception;
    }
}
