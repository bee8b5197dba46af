package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.ExportLimit;

/** One output format of GetFeature. A bean of this type is offered in capabilities. */
interface FeatureFormat {

    /** Values of {@code outputFormat} that capabilities list; the first is the one to prefer. */
    List<String> names();

    /** Further ones that clients send, of other servers or of earlier standards. */
    List<String> aliases();

    /** Header of the answer. */
    String contentType();

    /** Where coordinates are if the client does not say. */
    SpatialReference defaultReference();

    /**
     * Streams the answer into its response. A single feature if its shape says so.
     *
     * @param limit for answers that may be long
     */
    void write(FeatureAnswer answer, ExportLimit limit) throws IOException;
}
