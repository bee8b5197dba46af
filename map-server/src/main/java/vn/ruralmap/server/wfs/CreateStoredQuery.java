package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** CreateStoredQuery (OGC 09-025r2 §14.2), for those who may write. All definitions of a request, or none. */
@Component
final class CreateStoredQuery implements WfsOperation<CreateStoredQuery.Request> {

    private final StoredQueries storedQueries;
    private final EditRights rights;

    CreateStoredQuery(StoredQueries storedQueries, EditRights rights) {
        this.storedQueries = storedQueries;
        this.rights = rights;
    }

    /** @param definitions one at least */
    record Request(List<StoredQueryDefinition> definitions) implements WfsRequest {

        Request {
            definitions = List.copyOf(definitions);
        }

        @Override
        public Optional<Map<String, String>> keyValues() {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "CreateStoredQuery";
    }

    @Override
    public Set<WfsVersion> versions() {
        return EnumSet.of(WfsVersion.V2_0_0);
    }

    @Override
    public Set<Encoding> encodings() {
        return EnumSet.of(Encoding.XML);
    }

    @Override
    public boolean isOffered() {
        return rights.isOpen();
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of("language", List.of(StoredQueryDefinition.LANGUAGE));
    }

    @Override
    public Request read(Parameters parameters, WfsVersion version) {
        throw new UnsupportedOperationException("the standard has it in XML only");
    }

    @Override
    public Request read(XmlRequest xml) throws XMLStreamException {
        List<StoredQueryDefinition> definitions = new ArrayList<>();
        while (xml.nextChild()) {
            if (!xml.localName().equals("StoredQueryDefinition")) {
                throw xml.unexpected();
            }
            definitions.add(StoredQueryDefinition.parse(xml.copy()));
        }
        if (definitions.isEmpty()) {
            throw RequestException.missing("StoredQueryDefinition");
        }
        return new Request(definitions);
    }

    @Override
    public void answer(Request request, WfsExchange exchange) throws IOException {
        rights.demandWriter(exchange.request(), exchange.response());
        Set<String> taken = new HashSet<>();
        storedQueries.list().forEach(query -> taken.add(query.id()));
        for (StoredQueryDefinition definition : request.definitions()) {
            if (!taken.add(definition.id())) {
                throw RequestException.of(
                        409,
                        "DuplicateStoredQueryIdValue",
                        definition.id(),
                        "Đã có truy vấn với mã này",
                        "There is a query with this id already");
            }
        }
        request.definitions().forEach(storedQueries::add);
        exchange.done("wfs:CreateStoredQueryResponse");
    }
}
