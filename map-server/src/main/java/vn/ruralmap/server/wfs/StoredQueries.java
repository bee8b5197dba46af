package vn.ruralmap.server.wfs;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.RequestException;

/** The stored queries. */
@Component
final class StoredQueries {

    private final List<StoredQuery> queries;

    StoredQueries(List<StoredQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    List<StoredQuery> list() {
        return queries;
    }

    /** @throws RequestException InvalidParameterValue */
    StoredQuery get(String id) {
        return queries.stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid(
                        "storedQuery_id",
                        "không có truy vấn '" + id + "'; danh sách ở ListStoredQueries",
                        "there is no query '" + id + "'; ListStoredQueries lists them"));
    }
}
