package vn.ruralmap.server.wms;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.ruralmap.server.wms.FeatureFinder.Found;

/** Writes what was found in one format. A new format is a new implementation. */
interface InfoWriter {

    InfoFormat format();

    String contentType();

    /** @param language of titles */
    void write(List<Found> found, String language, OutputStream output) throws IOException;
}
