package vn.ruralmap.server.wfs;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** One element of a stream as a text that stands alone: with the declarations of all namespaces that hold there. */
final class XmlCopy {

    private final XMLStreamReader in;
    private final XMLStreamWriter out;

    private XmlCopy(XMLStreamReader in, XMLStreamWriter out) {
        this.in = in;
        this.out = out;
    }

    /**
     * @param in at the start of the element; afterwards at its end
     * @param scope prefixes and namespaces that hold at the element
     */
    static String of(XMLStreamReader in, Map<String, String> scope) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        new XmlCopy(in, out).element(scope);
        out.flush();
        return text.toString();
    }

    private void element(Map<String, String> scope) throws XMLStreamException {
        start(scope);
        int depth = 1;
        while (depth > 0) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    start(declared());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    out.writeEndElement();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    out.writeCharacters(in.getText());
                default -> {
                    // comments say nothing
                }
            }
        }
    }

    private Map<String, String> declared() {
        Map<String, String> declared = new LinkedHashMap<>();
        for (int i = 0; i < in.getNamespaceCount(); i++) {
            String namespace = in.getNamespaceURI(i);
            declared.put(known(in.getNamespacePrefix(i)), namespace == null ? "" : namespace);
        }
        return declared;
    }

    private void start(Map<String, String> declared) throws XMLStreamException {
        out.writeStartElement(known(in.getPrefix()), in.getLocalName(), known(in.getNamespaceURI()));
        for (Map.Entry<String, String> namespace : declared.entrySet()) {
            if (namespace.getKey().isEmpty()) {
                out.writeDefaultNamespace(namespace.getValue());
            } else {
                out.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = known(in.getAttributeNamespace(i));
            if (namespace.isEmpty()) {
                out.writeAttribute(in.getAttributeLocalName(i), in.getAttributeValue(i));
            } else {
                String prefix = known(in.getAttributePrefix(i));
                out.writeAttribute(prefix, namespace, in.getAttributeLocalName(i), in.getAttributeValue(i));
            }
        }
    }

    private static String known(@Nullable String text) {
        return text == null ? XMLConstants.DEFAULT_NS_PREFIX : text;
    }
}
