package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.gml.GmlException;
import vn.ruralmap.layers.gml.GmlReader;
import vn.ruralmap.layers.model.LocalizedText;

/** Reads the elements of a filter from a stream, within limits. */
final class FesStream {

    private static final Pattern PREFIX = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.-]{0,40}):");

    private final XMLStreamReader xml;
    private final GmlReader gml;
    private final int before;
    private int elements;
    private int characters;

    /** @param before lines of the stream that are not the asker's */
    FesStream(XMLStreamReader xml, SystemReference standard, int before) {
        this.xml = xml;
        this.before = before;
        this.gml = new GmlReader(xml, standard, FilterLimits.MAX_VERTICES);
    }

    /** The element at whose start the stream stands, to its end. */
    FesElement read(int depth) throws XMLStreamException {
        String name = xml.getLocalName();
        int line = Math.max(1, xml.getLocation().getLineNumber() - before);
        int column = Math.max(1, xml.getLocation().getColumnNumber());
        if (depth > FilterLimits.MAX_DEPTH || ++elements > 4 * FilterLimits.MAX_NODES) {
            throw refuse(line, column, FilterLimits.tooLarge());
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            characters += xml.getAttributeValue(i).length();
        }
        if (GmlReader.isGeometry(xml)) {
            return new FesElement(name, attributes, Map.of(), List.of(), geometry(), line, column);
        }
        List<Object> content = new ArrayList<>();
        Map<String, String> prefixes = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                take(text, content, prefixes);
                content.add(read(depth + 1));
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw refuse(
                        line,
                        column,
                        FilterException.of(
                                Fault.MALFORMED,
                                "không được dùng DTD và thực thể",
                                "document types and entities are not allowed"));
            } else if (xml.isCharacters()) {
                characters += xml.getTextLength();
                if (characters > FilterLimits.MAX_CHARACTERS) {
                    throw refuse(line, column, FilterLimits.tooLarge());
                }
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        take(text, content, prefixes);
        return new FesElement(name, attributes, prefixes, content, null, line, column);
    }

    private void take(StringBuilder text, List<Object> content, Map<String, String> prefixes) {
        if (text.isEmpty()) {
            return;
        }
        content.add(text.toString());
        // prefixes mean something only here, where the stream knows them
        Matcher prefix = PREFIX.matcher(text.substring(0, Math.min(text.length(), 500)));
        while (prefix.find()) {
            @Nullable String namespace = xml.getNamespaceURI(prefix.group(1));
            if (namespace != null) {
                prefixes.put(prefix.group(1), namespace);
            }
        }
        text.setLength(0);
    }

    private Expression geometry() throws XMLStreamException {
        try {
            return GmlReader.isBox(xml)
                    ? new Expression.BoxLiteral(List.of(gml.readBox()))
                    : new Expression.GeometryLiteral(gml.read());
        } catch (GmlException e) {
            throw FilterException.of(
                    Fault.INVALID_VALUE, e.reason().vi(), e.reason().en());
        }
    }

    private static FilterException refuse(int line, int column, FilterException reason) {
        return FilterException.at(
                line,
                column,
                reason.fault(),
                new LocalizedText(reason.bareReason().vi(), reason.bareReason().en()));
    }
}
