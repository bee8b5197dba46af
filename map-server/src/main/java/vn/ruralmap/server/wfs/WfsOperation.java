package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One operation of the standard. A bean of this type is served and stands in capabilities. */
interface WfsOperation {

    /** The value of {@code REQUEST}. */
    String name();

    /** Parameters and their values, for capabilities. */
    Map<String, List<String>> parameters();

    void answer(WfsExchange exchange) throws IOException;
}
