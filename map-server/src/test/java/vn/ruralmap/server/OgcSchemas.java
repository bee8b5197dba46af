package vn.ruralmap.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates documents by the schemas and DTDs of the OGC, from the class path: nothing is fetched. */
public final class OgcSchemas {

    private static final String SCHEMA_LANGUAGE = "http://java.sun.com/xml/jaxp/properties/schemaLanguage";

    private OgcSchemas() {}

    /** What is wrong with a document by the schemas that its {@code xsi:schemaLocation} names. */
    public static List<String> errorsBySchema(String document) {
        return errors(document, true);
    }

    /** What is wrong with a document by its own DTD. */
    public static List<String> errorsByDtd(String document) {
        return errors(document, false);
    }

    private static List<String> errors(String document, boolean schema) {
        List<String> errors = new ArrayList<>();
        parse(document, schema, true, new ErrorHandler() {
            @Override
            public void warning(SAXParseException e) {
                errors.add("warning: " + e.getMessage());
            }

            @Override
            public void error(SAXParseException e) {
                errors.add(e.getLineNumber() + ": " + e.getMessage());
            }

            @Override
            public void fatalError(SAXParseException e) {
                errors.add("fatal: " + e.getMessage());
            }
        });
        return errors;
    }

    /** A document as a tree, not validated. */
    public static Document parse(String document) {
        return parse(document, false, false, null);
    }

    private static Document parse(String document, boolean schema, boolean validating, @Nullable ErrorHandler handler) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(schema || !validating);
            factory.setValidating(validating);
            if (schema) {
                factory.setAttribute(SCHEMA_LANGUAGE, XMLConstants.W3C_XML_SCHEMA_NS_URI);
            }
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> open(systemId));
            builder.setErrorHandler(handler);
            return builder.parse(new InputSource(new StringReader(document)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputSource open(String systemId) throws IOException {
        InputSource source = new InputSource(systemId);
        if (systemId.endsWith("/1999/xlink.xsd")) {
            source.setByteStream(xlink());
        } else if (systemId.endsWith("/2001/xml.xsd")) {
            source.setByteStream(xml());
        } else {
            source.setByteStream(schema(systemId));
        }
        return source;
    }

    private static InputStream schema(String systemId) throws IOException {
        String path = systemId.replaceFirst("^https?://schemas\\.opengis\\.net/", "/ogc/");
        InputStream found = OgcSchemas.class.getResourceAsStream(path);
        if (found == null) {
            throw new IOException("not on the class path: " + systemId);
        }
        return found;
    }

    /** The W3C's own is not in the collection; of it the OGC's schemas use these. */
    private static InputStream xlink() {
        return new ByteArrayInputStream("""
                <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink"
                    xmlns:xlink="http://www.w3.org/1999/xlink" attributeFormDefault="qualified">
                  <attribute name="type" type="string" fixed="simple"/>
                  <attribute name="href" type="anyURI"/>
                  <attribute name="role" type="anyURI"/>
                  <attribute name="arcrole" type="anyURI"/>
                  <attribute name="title" type="string"/>
                  <attribute name="show" type="string"/>
                  <attribute name="actuate" type="string"/>
                  <attributeGroup name="simpleAttrs">
                    <attribute ref="xlink:type"/>
                    <attribute ref="xlink:href"/>
                    <attribute ref="xlink:role"/>
                    <attribute ref="xlink:arcrole"/>
                    <attribute ref="xlink:title"/>
                    <attribute ref="xlink:show"/>
                    <attribute ref="xlink:actuate"/>
                  </attributeGroup>
                </schema>
                """.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #xlink()}. */
    private static InputStream xml() {
        return new ByteArrayInputStream("""
                <schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
                  <attribute name="lang" type="language"/>
                </schema>
                """.getBytes(StandardCharsets.UTF_8));
    }
}
