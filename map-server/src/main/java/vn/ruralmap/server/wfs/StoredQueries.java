package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.support.RequestException;

/** The stored queries: those of the program and those that operators made. */
@Component
final class StoredQueries {

    private final List<StoredQuery> own;
    private final StoredQueryShelf shelf;

    StoredQueries(List<StoredQuery> own, StoredQueryShelf shelf) {
        this.own = List.copyOf(own);
        this.shelf = shelf;
    }

    List<StoredQuery> list() {
        List<StoredQuery> all = new ArrayList<>(own);
        all.addAll(shelf.list());
        return all;
    }

    void add(StoredQueryDefinition query) {
        shelf.add(query);
    }

    /** @return false if there is none of that id, or it is one of the program */
    boolean remove(String id) {
        return shelf.remove(id);
    }

    /** @throws RequestException InvalidParameterValue */
    StoredQuery get(String id) {
        return list().stream()
                .filter(query -> query.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid(
                        "storedQuery_id",
                        "không có truy vấn '" + id + "'; danh sách ở ListStoredQueries",
                        "there is no query '" + id + "'; ListStoredQueries lists them"));
    }
}
