package vn.ruralmap.server.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.formats.FileFormat;

/** The list of data sets in DCAT 3 (W3C), as JSON-LD 1.1 with its context in it, so that nothing has to be fetched to read it. */
final class DcatCatalogue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, Object> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#",
            "geosparql", "http://www.opengis.net/ont/geosparql#");

    private DcatCatalogue() {}

    static byte[] json(ServiceDescription service, LocalizedText description, List<LayerFacts> layers, String url) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("@context", CONTEXT);
        catalogue.put("@id", url + "/catalog.jsonld");
        catalogue.put("@type", "dcat:Catalog");
        catalogue.put("dct:title", texts(service.title()));
        catalogue.put("dct:description", texts(description));
        catalogue.put("dct:language", List.of("vi", "en"));
        catalogue.put("foaf:homepage", id(url + "/"));
        catalogue.put("dct:publisher", publisher(service));
        catalogue.put("dct:rights", rights());
        layers.stream()
                .map(LayerFacts::modified)
                .filter(java.util.Objects::nonNull)
                .max(java.time.Instant::compareTo)
                .ifPresent(time -> catalogue.put("dct:modified", typed(time.toString(), "xsd:dateTime")));
        catalogue.put("dcat:service", services(service, layers, url));
        catalogue.put(
                "dcat:dataset", layers.stream().map(DcatCatalogue::dataset).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(catalogue);
    }

    private static Map<String, Object> dataset(LayerFacts facts) {
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("@id", facts.page());
        dataset.put("@type", "dcat:Dataset");
        dataset.put("dct:identifier", facts.identifier());
        dataset.put("dct:title", texts(facts.layer().title()));
        dataset.put("dct:description", texts(facts.description()));
        dataset.put("dcat:keyword", List.of(text("nông thôn mới", "vi"), text("new-style rural development", "en")));
        dataset.put("dct:publisher", publisher(facts.service()));
        if (!facts.service().email().isEmpty()) {
            dataset.put("dcat:contactPoint", contact(facts.service()));
        }
        dataset.put("dct:rights", rights());
        dataset.put("dct:accrualPeriodicity", id("http://publications.europa.eu/resource/authority/frequency/IRREG"));
        if (facts.modified() != null) {
            dataset.put("dct:modified", typed(facts.modified().toString(), "xsd:dateTime"));
        }
        if (!facts.bounds().isNull()) {
            dataset.put(
                    "dct:spatial",
                    Map.of("@type", "dct:Location", "dcat:bbox", typed(wkt(facts.bounds()), "geosparql:wktLiteral")));
        }
        if (!facts.dates().isEmpty()) {
            dataset.put(
                    "dct:temporal",
                    Map.of(
                            "@type",
                            "dct:PeriodOfTime",
                            "dcat:startDate",
                            typed(facts.dates().first().toString(), "xsd:date")));
        }
        dataset.put("dcat:landingPage", id(facts.page()));
        List<Map<String, Object>> distributions = new ArrayList<>();
        facts.formats().forEach(format -> distributions.add(distribution(facts, format)));
        dataset.put("dcat:distribution", distributions);
        return dataset;
    }

    private static Map<String, Object> distribution(LayerFacts facts, FileFormat format) {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("@id", facts.download(format));
        distribution.put("@type", "dcat:Distribution");
        distribution.put("dct:title", texts(format.title()));
        distribution.put("dcat:accessURL", id(facts.page()));
        distribution.put("dcat:downloadURL", id(facts.download(format)));
        distribution.put(
                "dcat:mediaType",
                id("https://www.iana.org/assignments/media-types/"
                        + format.mediaType().replaceAll(";.*", "")));
        distribution.put("dct:format", format.name());
        distribution.put("dct:rights", rights());
        return distribution;
    }

    private static List<Map<String, Object>> services(ServiceDescription service, List<LayerFacts> layers, String url) {
        if (layers.isEmpty()) {
            return List.of();
        }
        LayerFacts any = layers.get(0);
        List<Object> served =
                layers.stream().map(facts -> (Object) id(facts.page())).toList();
        return List.of(
                service(service, "WMS", url + "/wms", any.wmsCapabilities(), served),
                service(service, "WFS", url + "/wfs", any.wfsCapabilities(), served),
                service(service, "WMTS", url + "/wmts", any.wmtsCapabilities(), served));
    }

    private static Map<String, Object> service(
            ServiceDescription map, String kind, String endpoint, String description, List<Object> served) {
        Map<String, Object> service = new LinkedHashMap<>();
        service.put("@id", endpoint);
        service.put("@type", "dcat:DataService");
        service.put(
                "dct:title",
                texts(new LocalizedText(
                        map.title().vi() + " (" + kind + ")", map.title().en() + " (" + kind + ")")));
        service.put("dcat:endpointURL", id(endpoint));
        service.put("dcat:endpointDescription", id(description));
        service.put("dcat:servesDataset", served);
        return service;
    }

    private static Map<String, Object> publisher(ServiceDescription service) {
        Object name = service.organisation().isEmpty() ? texts(service.title()) : service.organisation();
        return Map.of("@type", "foaf:Agent", "foaf:name", name);
    }

    private static Map<String, Object> contact(ServiceDescription service) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("@type", "vcard:Organization");
        contact.put(
                "vcard:fn", service.organisation().isEmpty() ? service.title().vi() : service.organisation());
        contact.put("vcard:hasEmail", id("mailto:" + service.email()));
        return contact;
    }

    private static Map<String, Object> rights() {
        return Map.of("@type", "dct:RightsStatement", "dct:description", texts(Terms.TEXT));
    }

    private static String wkt(Envelope box) {
        return String.format(
                Locale.ROOT,
                "POLYGON ((%1$.6f %2$.6f, %3$.6f %2$.6f, %3$.6f %4$.6f, %1$.6f %4$.6f, %1$.6f %2$.6f))",
                box.getMinX(),
                box.getMinY(),
                box.getMaxX(),
                box.getMaxY());
    }

    private static List<Map<String, Object>> texts(LocalizedText text) {
        return List.of(text(text.vi(), "vi"), text(text.en(), "en"));
    }

    private static Map<String, Object> text(String value, String language) {
        return Map.of("@value", value, "@language", language);
    }

    private static Map<String, Object> typed(String value, String type) {
        return Map.of("@value", value, "@type", type);
    }

    private static Map<String, Object> id(String url) {
        return Map.of("@id", url);
    }
}
