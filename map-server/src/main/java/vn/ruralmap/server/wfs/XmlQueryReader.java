package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.QueryExpression.Condition;
import vn.ruralmap.server.wfs.QueryExpression.SortKey;

/** Reads queries from XML (OGC 09-025r2 §7.9.2.2 and §7.9.3; OGC 04-094 §9.2; OGC 02-058 §9.2). */
final class XmlQueryReader {

    private XmlQueryReader() {}

    /** The queries within the current element, to its end. */
    static List<QueryExpression> readAll(XmlRequest xml) throws XMLStreamException {
        List<QueryExpression> queries = new ArrayList<>();
        while (xml.nextChild()) {
            queries.add(read(xml));
        }
        if (queries.isEmpty()) {
            throw RequestException.missing("Query");
        }
        return queries;
    }

    /** {@code Query} or {@code StoredQuery}, or {@code Lock} of LockFeature before 2.0 (OGC 04-094 §10.2), to its end. */
    private static QueryExpression read(XmlRequest xml) throws XMLStreamException {
        return switch (xml.localName()) {
            case "Query", "Lock" -> adHoc(xml);
            case "StoredQuery" -> stored(xml);
            default -> throw xml.unexpected();
        };
    }

    /** The {@code Query} at which the stream stands, to its end. */
    static QueryExpression.AdHoc readQuery(XmlRequest xml) throws XMLStreamException {
        return adHoc(xml);
    }

    private static QueryExpression.AdHoc adHoc(XmlRequest xml) throws XMLStreamException {
        String types = xml.attribute("typeNames")
                .or(() -> xml.attribute("typeName"))
                .orElseThrow(
                        () -> RequestException.missing(xml.version() == WfsVersion.V2_0_0 ? "typeNames" : "typeName"));
        List<String> typeNames = words(types).stream().map(xml::name).toList();
        List<String> aliases =
                xml.attribute("aliases").map(XmlQueryReader::words).orElse(List.of());
        Optional<String> srsName = xml.attribute("srsName");
        List<String> properties = new ArrayList<>();
        List<Condition> conditions = new ArrayList<>();
        List<SortKey> sortBy = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.localName()) {
                case "PropertyName" -> properties.add(xml.name(xml.text()));
                case "Filter" -> conditions.add(new Condition.Filter(xml.copy()));
                case "SortBy" -> sortBy.addAll(sortBy(xml));
                default -> throw xml.unexpected();
            }
        }
        return new QueryExpression.AdHoc(
                typeNames,
                aliases,
                srsName,
                properties.isEmpty() ? Optional.empty() : Optional.of(properties),
                conditions,
                sortBy);
    }

    private static List<SortKey> sortBy(XmlRequest xml) throws XMLStreamException {
        List<SortKey> keys = new ArrayList<>();
        while (xml.nextChild()) {
            String property = "";
            boolean descending = false;
            while (xml.nextChild()) {
                switch (xml.localName()) {
                    case "ValueReference", "PropertyName" -> property = xml.name(xml.text());
                    case "SortOrder" ->
                        descending = xml.text().toUpperCase(Locale.ROOT).startsWith("D");
                    default -> throw xml.unexpected();
                }
            }
            keys.add(new SortKey(property, descending));
        }
        return keys;
    }

    private static QueryExpression stored(XmlRequest xml) throws XMLStreamException {
        String id = xml.attribute("id").orElseThrow(() -> RequestException.missing("id"));
        Map<String, String> arguments = new HashMap<>();
        while (xml.nextChild()) {
            if (!xml.localName().equals("Parameter")) {
                throw xml.unexpected();
            }
            String name = xml.attribute("name").orElseThrow(() -> RequestException.missing("name"));
            String value = xml.text();
            // a name of a type has the prefix that holds here
            arguments.put(name.toLowerCase(Locale.ROOT), TypeNames.isQualified(value) ? xml.name(value) : value);
        }
        return new QueryExpression.Stored(id, arguments, Optional.empty());
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.strip().split("[,\\s]+"));
    }
}
