package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.server.encoding.XmlWriter;

/**
 * What goes into a capabilities document.
 *
 * @param operations that the version has, by name
 * @param sections to write
 */
record CapabilitiesDocument(
        XmlWriter xml,
        WfsExchange exchange,
        List<WfsOperation<?>> operations,
        FeatureFormats formats,
        Set<String> sections) {

    ServiceDescription service() {
        return exchange.snapshot().catalogue().service();
    }

    /** Who provides the service; its name where no organisation is set. */
    String provider() {
        return service().organisation().isBlank()
                ? service().title().in(exchange.language())
                : service().organisation();
    }

    boolean has(String section) {
        return sections.contains(section);
    }

    /** True if all of these operations are there. */
    boolean offers(String... names) {
        Set<String> known = operations.stream().map(WfsOperation::name).collect(Collectors.toSet());
        return known.containsAll(List.of(names));
    }

    /** Ends the document at the root, without any content. */
    void finish() throws IOException {
        xml.finish();
    }
}
