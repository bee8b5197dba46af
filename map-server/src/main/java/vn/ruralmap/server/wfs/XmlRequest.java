package vn.ruralmap.server.wfs;

import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.gml.GmlException;
import vn.ruralmap.server.support.RequestException;

/**
 * A request in XML, read as it arrives: no document type, no entities, nothing fetched, nested only so deep.
 *
 * <pre>{@code
 * while (xml.nextChild()) {
 *     switch (xml.localName()) {
 *         case "TypeName" -> types.add(xml.name(xml.text()));
 *         default -> throw xml.unexpected();
 *     }
 * }
 * }</pre>
 */
final class XmlRequest {

    /** A filter of 60 levels within a transaction; no real document comes near. */
    private static final int MAX_DEPTH = 100;

    private static final XMLInputFactory FACTORY = factory();

    private final Nested stream;
    private final WfsVersion version;

    private XmlRequest(Nested stream, WfsVersion version) {
        this.stream = stream;
        this.version = version;
    }

    private static XMLInputFactory factory() {
        // the JDK's own parser, whatever else is on the class path: its safety settings are the ones tested
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    /**
     * Opens a body at its root element.
     *
     * @param charset of the header; null: the document says, or UTF-8
     * @throws RequestException OperationParsingFailed; InvalidParameterValue and MissingParameterValue for the version
     */
    static XmlRequest open(InputStream body, @Nullable String charset) throws XMLStreamException {
        Nested stream = new Nested(FACTORY.createXMLStreamReader(body, charset));
        next(stream);
        return new XmlRequest(stream, versionOf(stream));
    }

    /** Opens a part of a request that came as text, such as the parameter FILTER. */
    static XmlRequest part(String text, WfsVersion version) throws XMLStreamException {
        Nested stream = new Nested(FACTORY.createXMLStreamReader(new StringReader(text)));
        next(stream);
        return new XmlRequest(stream, version);
    }

    /** The root says the version, or in 1.1.0 may leave it out (OGC 04-094 §7.2). */
    private static WfsVersion versionOf(XMLStreamReader root) {
        String namespace = root.getNamespaceURI() == null ? "" : root.getNamespaceURI();
        if (namespace.startsWith("http://schemas.xmlsoap.org/soap/") || namespace.contains("/soap-envelope")) {
            throw RequestException.of(
                    501,
                    "OperationNotSupported",
                    "request",
                    "Máy chủ không nhận SOAP; hãy gửi nội dung của soap:Body",
                    "SOAP is not taken; send the content of soap:Body");
        }
        boolean older = namespace.equals(WfsVersion.V1_1_0.namespace());
        if (!older && !namespace.isEmpty() && !namespace.equals(WfsVersion.V2_0_0.namespace())) {
            throw RequestException.of(
                    "OperationParsingFailed",
                    "request",
                    "Phần tử gốc không thuộc WFS; không gian tên cần là " + WfsVersion.V2_0_0.namespace() + " hoặc "
                            + WfsVersion.V1_1_0.namespace(),
                    "The root element is not one of WFS; its namespace must be " + WfsVersion.V2_0_0.namespace()
                            + " or " + WfsVersion.V1_1_0.namespace());
        }
        String written = root.getAttributeValue(null, "version");
        boolean asksCapabilities = root.getLocalName().equals("GetCapabilities");
        if (asksCapabilities) {
            return older
                    ? WfsVersion.find(written == null ? "" : written).orElse(WfsVersion.V1_1_0)
                    : WfsVersion.V2_0_0;
        }
        if (written == null || written.isBlank()) {
            if (older) {
                return WfsVersion.V1_1_0;
            }
            throw RequestException.missing("version");
        }
        WfsVersion version = WfsVersion.get(written);
        if (older && version == WfsVersion.V2_0_0 && root.getLocalName().equals("Transaction")) {
            // so GDAL writes after it has read by 2.0.0: elements of 1.1.0, for which it wants an answer of 2.0.0
            return version;
        }
        if (!namespace.isEmpty() && !namespace.equals(version.namespace())) {
            throw RequestException.invalid(
                    "version",
                    "không gian tên của phần tử gốc thuộc phiên bản khác",
                    "the namespace of the root element is that of another version");
        }
        return version;
    }

    WfsVersion version() {
        return version;
    }

    /** The document, at the current element: for readers of filters and geometry. */
    XMLStreamReader stream() {
        return stream;
    }

    /** Of the current element. */
    String localName() {
        return stream.getLocalName();
    }

    /** Of the current element, without a namespace; a blank one is none. */
    Optional<String> attribute(String name) {
        return Optional.ofNullable(stream.getAttributeValue(null, name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** @throws RequestException InvalidParameterValue unless it is a whole number from 0 */
    Optional<Integer> count(String name) {
        return attribute(name).map(text -> {
            try {
                return Integer.parseUnsignedInt(text) < 0 ? Integer.MAX_VALUE : Integer.parseUnsignedInt(text);
            } catch (NumberFormatException e) {
                throw RequestException.invalid(name, "cần số nguyên không âm", "a whole number from 0");
            }
        });
    }

    /** Moves to the next child of an element whose start, or whose last child's end, was read; false: to its end. */
    boolean nextChild() throws XMLStreamException {
        return next(stream) == XMLStreamConstants.START_ELEMENT;
    }

    private static int next(XMLStreamReader stream) throws XMLStreamException {
        while (true) {
            int event = stream.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event;
            }
            if (event == XMLStreamConstants.CHARACTERS && !stream.isWhiteSpace()) {
                throw refuse(stream, "không chờ chữ ở đây", "no text is expected here");
            }
        }
    }

    /** The text of the current element, to its end. */
    String text() throws XMLStreamException {
        return stream.getElementText().strip();
    }

    /** Passes over the current element, to its end. */
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = stream.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** Reads what comes after the root element: nothing but comments. */
    void finish() throws XMLStreamException {
        while (stream.hasNext()) {
            stream.next();
        }
    }

    /** The current element as a document of its own, to its end. */
    String copy() throws XMLStreamException {
        return XmlCopy.of(stream, stream.scope());
    }

    /** A qualified name of the document, as {@link TypeNames} want it. */
    String name(String text) {
        NamespaceContext context = stream.getNamespaceContext();
        return TypeNames.canonical(text.strip(), prefix -> context.getNamespaceURI(prefix));
    }

    RequestException unexpected() {
        return refuse(
                stream,
                "không chờ phần tử " + localName() + " ở đây",
                "no element " + localName() + " is expected here");
    }

    private static RequestException refuse(XMLStreamReader at, String vi, String en) {
        return malformed(at.getLocation().getLineNumber(), at.getLocation().getColumnNumber(), vi, en);
    }

    private static RequestException malformed(int line, int column, String vi, String en) {
        return RequestException.of(
                "OperationParsingFailed",
                "request",
                "Không đọc được yêu cầu XML: dòng " + line + ", cột " + column + ": " + vi,
                "The request in XML cannot be read: line " + line + ", column " + column + ": " + en);
    }

    /** What is no XML at all. */
    static RequestException malformed(XMLStreamException e) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNumber();
        return malformed(line, column, "không phải XML hợp lệ", "this is not well-formed XML");
    }

    static RequestException malformed(GmlException e) {
        return RequestException.of(
                "OperationParsingFailed",
                "request",
                "Không đọc được hình: " + e.reason().vi(),
                "The geometry cannot be read: " + e.reason().en());
    }

    /** Counts levels, knows the namespaces in scope, and lets no document type through. */
    private static final class Nested extends StreamReaderDelegate {

        private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

        Nested(XMLStreamReader stream) {
            super(stream);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    scopes.push(declared());
                    if (scopes.size() > MAX_DEPTH) {
                        throw refuse(
                                this,
                                "phần tử lồng nhau quá " + MAX_DEPTH + " cấp",
                                "elements are nested deeper than " + MAX_DEPTH + " levels");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> scopes.pop();
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refuse(
                            this,
                            "không nhận khai báo DOCTYPE và thực thể",
                            "document types and entities are not taken");
                default -> {
                    // nothing to count
                }
            }
            return event;
        }

        @Override
        public int nextTag() throws XMLStreamException {
            return XmlRequest.next(this);
        }

        @Override
        public String getElementText() throws XMLStreamException {
            String text = super.getElementText();
            scopes.pop();
            return text;
        }

        /** Prefixes and namespaces that hold at the current element; none has the prefix {@code ""}. */
        Map<String, String> scope() {
            return scopes.isEmpty() ? Map.of() : scopes.peek();
        }

        private Map<String, String> declared() {
            if (getNamespaceCount() == 0) {
                return scope();
            }
            Map<String, String> all = new LinkedHashMap<>(scope());
            for (int i = 0; i < getNamespaceCount(); i++) {
                String prefix = getNamespacePrefix(i);
                String namespace = getNamespaceURI(i);
                all.put(prefix == null ? "" : prefix, namespace == null ? "" : namespace);
            }
            return all;
        }
    }
}
