package vn.ruralmap.layers.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server keeps beside the map: accounts, drafts, comments, queries. JSON texts in kinds, which a store does not look into; they go
 * along with copies and backups.
 *
 * <p>A document has a version, so that two who change it at once do not lose each other's work. Long imports do not hold documents up where
 * the database has several writers (PostGIS).
 */
public interface Documents {

    /**
     * @param kind as in {@code account}: lower-case letters and hyphens
     * @param key names it within its kind: any text without control characters
     * @param version 1, and one more with every change
     * @param modified when it became this version
     * @param body JSON
     */
    record Document(String kind, String key, int version, Instant modified, String body) {
        public Document {
            if (!kind.matches("[a-z][a-z-]*")) {
                throw new IllegalArgumentException("not a kind of documents: " + kind);
            }
        }
    }

    Optional<Document> find(String kind, String key);

    /** All whose keys begin with a text, in the order of their keys by code points. @param prefix empty: all of the kind */
    List<Document> list(String kind, String prefix);

    /**
     * Writes one document.
     *
     * @param seen the version that the caller has seen; 0: there is to be none yet
     * @return as it is now
     * @throws StaleDocumentException if it is in another version; nothing is written
     */
    Document put(String kind, String key, int seen, String body);

    /**
     * Removes one document, which leaves no trace.
     *
     * @throws StaleDocumentException if it is in another version; one that there is not is no error
     */
    void remove(String kind, String key, int seen);
}
