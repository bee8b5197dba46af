package vn.ruralmap.server.wfs;

import java.util.Map;
import java.util.Optional;

/** What an operation was asked, whatever encoding it came in. */
interface WfsRequest {

    /**
     * The request as key-value pairs, without {@code service}, {@code version} and {@code request}: equal requests give equal ones.
     * Empty if it can be said in XML only.
     */
    Optional<Map<String, String>> keyValues();
}
