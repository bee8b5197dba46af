package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** DropStoredQuery (OGC 09-025r2 §14.5), for those who may write. */
@Component
final class DropStoredQuery implements WfsOperation<DropStoredQuery.Request> {

    private final StoredQueries storedQueries;
    private final EditRights rights;

    DropStoredQuery(StoredQueries storedQueries, EditRights rights) {
        this.storedQueries = storedQueries;
        this.rights = rights;
    }

    /** Which one. */
    record Request(String id) implements WfsRequest {

        @Override
        public Optional<Map<String, String>> keyValues() {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "DropStoredQuery";
    }

    @Override
    public Set<WfsVersion> versions() {
        return EnumSet.of(WfsVersion.V2_0_0);
    }

    @Override
    public boolean isOffered() {
        return rights.isOpen();
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        return new Request(parameters.get("storedquery_id"));
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        String id = xml.attribute("id").orElseThrow(() -> RequestException.missing("id"));
        xml.skip();
        return new Request(id);
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        rights.demandWriter(exchange.request(), exchange.response());
        if (!storedQueries.remove(request.id())) {
            throw RequestException.invalid(
                    "id",
                    "không có truy vấn nào do người dùng tạo với mã này",
                    "there is no query of this id that somebody made");
        }
        exchange.done("wfs:DropStoredQueryResponse");
    }
}
