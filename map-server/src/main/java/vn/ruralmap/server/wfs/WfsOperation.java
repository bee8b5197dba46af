package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * One operation of the standard. A bean of this type is served and stands in capabilities.
 *
 * @param <R> what it is asked, read from either encoding without a look at the data
 */
interface WfsOperation<R extends WfsRequest> {

    /** How a request may be written. */
    enum Encoding {
        /** Key-value pairs, in the URL of a GET or in a form. */
        KVP,
        /** A document sent by POST. */
        XML
    }

    /** The value of {@code REQUEST}, and the root element of the XML encoding. */
    String name();

    /** Versions that have the operation. */
    default Set<WfsVersion> versions() {
        return EnumSet.allOf(WfsVersion.class);
    }

    /** The version of a request in key-value pairs, which must name it (OGC 09-025r2 §7.6.25). */
    default WfsVersion version(Parameters parameters) {
        return WfsVersion.get(parameters.get("version"));
    }

    /** Both, but for operations that the standard has in XML only. */
    default Set<Encoding> encodings() {
        return EnumSet.allOf(Encoding.class);
    }

    /** False: capabilities do not name it, because nobody may use it as the server is configured. */
    default boolean isOffered() {
        return true;
    }

    /** Parameters and their values, for capabilities. */
    default Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of();
    }

    /** @throws RequestException if they are no request to this operation */
    R read(Parameters parameters, WfsVersion version);

    /**
     * Reads the document at whose root element the stream stands, to its end.
     *
     * @throws RequestException if it is no request to this operation
     */
    R read(XmlRequest xml) throws XMLStreamException;

    void answer(R request, WfsExchange exchange) throws IOException;
}
