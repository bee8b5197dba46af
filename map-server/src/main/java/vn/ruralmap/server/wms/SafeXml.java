package vn.ruralmap.server.wms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Small documents as trees: without document types, entities or anything fetched, and not deep. */
final class SafeXml {

    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private SafeXml() {}

    static Document empty() {
        return builder().newDocument();
    }

    /** @throws SAXException if it is not well-formed or not allowed */
    static Element parse(byte[] bytes) throws SAXException, IOException {
        DocumentBuilder builder = builder();
        // else the parser writes to the standard error stream
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(MAX_DEPTH, "60");
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has this", e);
        }
    }

    /** @param declared whether to begin with an XML declaration */
    static void write(Node node, boolean declared, OutputStream output) throws IOException {
        try {
            Transformer copy = TransformerFactory.newDefaultInstance().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, declared ? "no" : "yes");
            copy.transform(new DOMSource(node), new StreamResult(output));
        } catch (TransformerException e) {
            throw new IOException("a document cannot be written", e);
        }
    }

    /** The child elements of a local name. */
    static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** The element at a path of local names. */
    static Optional<Element> find(Element parent, String... path) {
        Element at = parent;
        for (String name : path) {
            List<Element> children = children(at, name);
            if (children.isEmpty()) {
                return Optional.empty();
            }
            at = children.get(0);
        }
        return Optional.of(at);
    }
}
