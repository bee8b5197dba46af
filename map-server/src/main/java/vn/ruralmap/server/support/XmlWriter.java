package vn.ruralmap.server.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a small XML document in memory; everything is escaped, nothing is ever pasted in. */
public final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    private final XMLStreamWriter writer;

    public XmlWriter() throws XMLStreamException {
        writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    public XmlWriter docType(String declaration) throws XMLStreamException {
        writer.writeDTD(declaration);
        return this;
    }

    /** @param attributes names and values in turn */
    public XmlWriter open(String name, String... attributes) throws XMLStreamException {
        writer.writeStartElement(name);
        attributes(attributes);
        return this;
    }

    /** An element without content. @param attributes names and values in turn */
    public XmlWriter empty(String name, String... attributes) throws XMLStreamException {
        writer.writeEmptyElement(name);
        attributes(attributes);
        return this;
    }

    /** An element with text. @param attributes names and values in turn */
    public XmlWriter element(String name, String text, String... attributes) throws XMLStreamException {
        return open(name, attributes).text(text).close();
    }

    public XmlWriter text(String text) throws XMLStreamException {
        writer.writeCharacters(text);
        return this;
    }

    /** Ends the innermost element. */
    public XmlWriter close() throws XMLStreamException {
        writer.writeEndElement();
        return this;
    }

    public byte[] toBytes() throws XMLStreamException {
        writer.writeEndDocument();
        writer.close();
        return bytes.toByteArray();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
