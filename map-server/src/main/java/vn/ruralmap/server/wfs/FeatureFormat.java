package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.ruralmap.server.encoding.SpatialReference;

/** One output format of GetFeature. A bean of this type is offered in capabilities. */
interface FeatureFormat {

    /** Values of {@code outputFormat}; the first is the one to prefer. */
    List<String> names();

    /** Header of the answer. */
    String contentType();

    /** Where coordinates are if the client does not say. */
    SpatialReference defaultReference();

    /** Streams the answer; the caller closes the stream. A single feature if the request's shape says so. */
    void write(FeatureAnswer answer, OutputStream out) throws IOException;
}
