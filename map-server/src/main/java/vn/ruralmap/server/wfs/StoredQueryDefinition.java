package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.support.RequestException;

/**
 * A stored query as an operator defined it (OGC 09-025r2 §14.2): a document with queries in which {@code ${name}} stands for arguments.
 *
 * @param returnTypes names of types in the answer; none: any
 * @param queries each a document with the root {@code Query}
 * @param document the whole definition, as it is kept
 */
record StoredQueryDefinition(
        String id,
        LocalizedText title,
        List<Parameter> parameters,
        List<String> returnTypes,
        List<String> queries,
        String document)
        implements StoredQuery {

    /** The one language of queries there is. */
    static final String LANGUAGE = "urn:ogc:def:queryLanguage:OGC-WFS::WFSQueryExpression";

    private static final int MAX_CHARACTERS = 200_000;

    StoredQueryDefinition {
        parameters = List.copyOf(parameters);
        returnTypes = List.copyOf(returnTypes);
        queries = List.copyOf(queries);
    }

    /** @param document with the root {@code StoredQueryDefinition}. @throws RequestException if it is no definition */
    static StoredQueryDefinition parse(String document) throws XMLStreamException {
        if (document.length() > MAX_CHARACTERS) {
            throw RequestException.invalid(
                    "StoredQueryDefinition",
                    "dài quá " + MAX_CHARACTERS + " ký tự",
                    "longer than " + MAX_CHARACTERS + " characters");
        }
        XmlRequest xml = XmlRequest.part(document, WfsVersion.V2_0_0);
        String id = xml.attribute("id").orElseThrow(() -> RequestException.missing("id"));
        List<LocalizedText> titles = new ArrayList<>();
        List<Parameter> parameters = new ArrayList<>();
        List<String> returnTypes = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        while (xml.nextChild()) {
            switch (xml.localName()) {
                case "Title" -> titles.add(LocalizedText.same(xml.text()));
                case "Parameter" -> parameters.add(parameter(xml));
                case "QueryExpressionText" -> {
                    returnTypes.addAll(returnTypes(xml));
                    queries(xml, queries);
                }
                default -> xml.skip();
            }
        }
        if (queries.isEmpty()) {
            throw RequestException.missing("QueryExpressionText");
        }
        LocalizedText title = titles.isEmpty() ? LocalizedText.same(id) : titles.get(0);
        return new StoredQueryDefinition(id, title, parameters, returnTypes, queries, document);
    }

    private static Parameter parameter(XmlRequest xml) throws XMLStreamException {
        String name = xml.attribute("name").orElseThrow(() -> RequestException.missing("name"));
        String type = xml.attribute("type").orElse("xsd:string");
        String local = type.substring(type.indexOf(':') + 1);
        LocalizedText title = LocalizedText.same(name);
        while (xml.nextChild()) {
            if (xml.localName().equals("Title")) {
                title = LocalizedText.same(xml.text());
            } else {
                xml.skip();
            }
        }
        return new Parameter(name, "xsd:" + local, title);
    }

    private static List<String> returnTypes(XmlRequest xml) {
        String language = xml.attribute("language").orElse(LANGUAGE);
        if (!language.equals(LANGUAGE) && !language.equals("urn:ogc:def:queryLanguage:OGC-WFS::WFS_QueryExpression")) {
            throw RequestException.invalid("language", "cần " + LANGUAGE, "must be " + LANGUAGE);
        }
        List<String> types = new ArrayList<>();
        for (String name : xml.attribute("returnFeatureTypes").orElse("").split("\\s+")) {
            // what the query gives is said by the query itself, also where it is a parameter
            if (!name.isEmpty() && !name.contains("$")) {
                types.add(xml.name(name));
            }
        }
        return types;
    }

    private static void queries(XmlRequest xml, List<String> queries) throws XMLStreamException {
        while (xml.nextChild()) {
            if (!xml.localName().equals("Query")) {
                throw xml.unexpected();
            }
            String query = xml.copy();
            XmlQueryReader.readQuery(XmlRequest.part(query, WfsVersion.V2_0_0));
            queries.add(query);
        }
    }

    @Override
    public List<QueryExpression.AdHoc> expand(QueryExpression.Stored call, WfsExchange exchange) {
        List<QueryExpression.AdHoc> expanded = new ArrayList<>();
        try {
            for (String query : queries) {
                String text = query;
                for (Parameter parameter : parameters) {
                    text = text.replace("${" + parameter.name() + "}", argument(call.arguments(), parameter.name()));
                }
                expanded.add(XmlQueryReader.readQuery(XmlRequest.part(text, WfsVersion.V2_0_0)));
            }
        } catch (XMLStreamException e) {
            throw RequestException.invalid(
                    "storedQuery_id",
                    "không thành truy vấn với các giá trị đã cho",
                    "with the given values it is no query");
        }
        return expanded;
    }

    /** Escaped, so that a value can never become an element. */
    private static String argument(Map<String, String> arguments, String name) {
        String value = Optional.ofNullable(arguments.get(name.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> RequestException.missing(name));
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;")
                // what stands in a value is no parameter
                .replace("${", "&#36;{");
    }
}
