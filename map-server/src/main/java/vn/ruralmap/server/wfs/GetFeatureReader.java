package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** Reads a GetFeature request from either encoding (OGC 09-025r2 §11.2). */
final class GetFeatureReader {

    private GetFeatureReader() {}

    static GetFeatureRequest read(Parameters parameters, WfsVersion version) {
        checkResolve(parameters.find("resolve"));
        return new GetFeatureRequest(
                QueryReader.read(parameters, version),
                parameters.findInteger("startindex", 0, Integer.MAX_VALUE).orElse(0),
                parameters
                        .findInteger("count", 0, Integer.MAX_VALUE)
                        .or(() -> parameters.findInteger("maxfeatures", 0, Integer.MAX_VALUE)),
                isHits(parameters.find("resulttype")),
                parameters.find("outputformat"),
                parameters.find("cursor").map(GetFeatureRequest.Cursor::parse));
    }

    /** @param xml at the root element, whatever its name: GetFeatureWithLock has the same attributes and content */
    static GetFeatureRequest read(XmlRequest xml) throws XMLStreamException {
        checkResolve(xml.attribute("resolve"));
        int startIndex = xml.count("startIndex").orElse(0);
        Optional<Integer> count = xml.count("count").or(() -> xml.count("maxFeatures"));
        boolean hits = isHits(xml.attribute("resultType"));
        Optional<String> outputFormat = xml.attribute("outputFormat");
        List<QueryExpression> queries = XmlQueryReader.readAll(xml);
        return new GetFeatureRequest(queries, startIndex, count, hits, outputFormat, Optional.empty());
    }

    /** Remote references do not occur in our data, so {@code local} resolves nothing, too. */
    static void checkResolve(Optional<String> resolve) {
        if (!resolve.orElse("none").equals("none") && !resolve.get().equals("local")) {
            throw RequestException.invalid("resolve", "cần none hoặc local", "must be none or local");
        }
    }

    private static boolean isHits(Optional<String> resultType) {
        String type = resultType.orElse("results");
        if (!type.equals("results") && !type.equals("hits")) {
            throw RequestException.invalid("resultType", "cần results hoặc hits", "must be results or hits");
        }
        return type.equals("hits");
    }
}
