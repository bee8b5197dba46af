package vn.ruralmap.layers.style;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets only plain drawings through: shapes, groups and gradients of SVG 1.1, without text (which would need the fonts of
 * the host), script, style sheets, images or links to anywhere but the picture itself.
 */
final class SvgCheck {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ELEMENTS = 1_000;
    private static final int MAX_DEPTH = 16;
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "metadata",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop");

    private SvgCheck() {}

    /** @return what is wrong, in English as file formats are; empty if the picture may be drawn */
    static Optional<String> problem(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.of("larger than 64 KB");
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            return problem(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)));
        } catch (XMLStreamException malformed) {
            return Optional.of("not well-formed");
        }
    }

    private static Optional<String> problem(XMLStreamReader reader) throws XMLStreamException {
        int elements = 0;
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD
                    || event == XMLStreamConstants.ENTITY_REFERENCE
                    || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                return Optional.of("a document type, entity or processing instruction is not allowed");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                Optional<String> wrong = wrongElement(reader);
                if (wrong.isPresent()) {
                    return wrong;
                }
                if (++elements > MAX_ELEMENTS || ++depth > MAX_DEPTH) {
                    return Optional.of("too many or too deep elements");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrongElement(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (!SVG.equals(reader.getNamespaceURI()) || !ELEMENTS.contains(name)) {
            return Optional.of("<" + name + "> is not allowed");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String attribute = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            boolean leads = attribute.equals("href") && !value.startsWith("#");
            boolean fetches = value.replaceAll("\\s", "").matches("(?is).*(url\\((?!['\"]?#)|@import|javascript:).*");
            if (attribute.startsWith("on") || leads || fetches) {
                return Optional.of("the attribute " + attribute + " of <" + name + "> is not allowed");
            }
        }
        return Optional.empty();
    }
}
