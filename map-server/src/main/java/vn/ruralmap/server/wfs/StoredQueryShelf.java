package vn.ruralmap.server.wfs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.ruralmap.layers.store.Documents;
import vn.ruralmap.layers.store.FeatureStore;
import vn.ruralmap.layers.store.StoreException;
import vn.ruralmap.server.support.RequestException;

/**
 * The stored queries that operators made: documents in the store, so that all nodes have them and backups keep them. What another node
 * made shows after {@link #FRESH}; while the store is away, what was read last.
 */
@Component
final class StoredQueryShelf {

    private static final Logger LOG = LoggerFactory.getLogger(StoredQueryShelf.class);
    private static final int MAX_QUERIES = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final String KIND = "stored-query";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FeatureStore store;
    private final Clock clock;
    private List<StoredQueryDefinition> known = List.of();
    private Instant read = Instant.MIN;

    StoredQueryShelf(FeatureStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The body of a document. */
    private record Body(String document) {}

    synchronized List<StoredQueryDefinition> list() {
        Instant now = clock.instant();
        if (read.isBefore(now.minus(FRESH))) {
            try {
                known = readAll();
            } catch (StoreException e) {
                LOG.warn("Stored queries are those read last: {}", e.getMessage());
            }
            read = now;
        }
        return known;
    }

    private List<StoredQueryDefinition> readAll() {
        List<StoredQueryDefinition> all = new ArrayList<>();
        for (Documents.Document document : store.documents().list(KIND, "")) {
            try {
                all.add(StoredQueryDefinition.parse(
                        JSON.readValue(document.body(), Body.class).document()));
            } catch (JacksonException | XMLStreamException | RequestException e) {
                LOG.warn("The stored query {} is left out: {}", document.key(), e.getMessage());
            }
        }
        return List.copyOf(all);
    }

    /** Durable once it returns. One of the same id is replaced. */
    synchronized void add(StoredQueryDefinition query) {
        Optional<Documents.Document> old = store.documents().find(KIND, query.id());
        if (old.isEmpty() && list().size() >= MAX_QUERIES) {
            throw RequestException.of(
                    "OperationProcessingFailed",
                    "StoredQueryDefinition",
                    "Đã có " + MAX_QUERIES + " truy vấn; hãy xóa bớt",
                    "there are " + MAX_QUERIES + " queries; drop some");
        }
        int version = old.map(Documents.Document::version).orElse(0);
        store.documents().put(KIND, query.id(), version, JSON.writeValueAsString(new Body(query.document())));
        read = Instant.MIN;
    }

    /** @return false if there is none of that id */
    synchronized boolean remove(String id) {
        Optional<Documents.Document> old = store.documents().find(KIND, id);
        old.ifPresent(document -> store.documents().remove(KIND, id, document.version()));
        read = Instant.MIN;
        return old.isPresent();
    }
}
