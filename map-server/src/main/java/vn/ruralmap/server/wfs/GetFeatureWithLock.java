package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Locks;
import vn.ruralmap.server.editing.Locks.Shown;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** GetFeatureWithLock (OGC 09-025r2 §13): what is given is locked. */
@Component
final class GetFeatureWithLock implements WfsOperation<GetFeatureWithLockRequest> {

    private final EditRights rights;
    private final Locks locks;
    private final FeatureSearch search;
    private final FeatureFormats formats;

    GetFeatureWithLock(EditRights rights, Locks locks, FeatureSearch search, FeatureFormats formats) {
        this.rights = rights;
        this.locks = locks;
        this.search = search;
        this.formats = formats;
    }

    @Override
    public String name() {
        return "GetFeatureWithLock";
    }

    @Override
    public Set<WfsVersion> versions() {
        return rights.isOpen() ? EnumSet.allOf(WfsVersion.class) : Set.of();
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of("lockAction", List.of("ALL", "SOME"), "resultType", List.of("results"));
    }

    @Override
    public GetFeatureWithLockRequest read(Parameters parameters, WfsVersion version) {
        return checked(GetFeatureReader.read(parameters, version), LockTerms.read(parameters, version));
    }

    @Override
    public GetFeatureWithLockRequest read(XmlRequest xml) throws XMLStreamException {
        LockTerms terms = LockTerms.read(xml);
        return checked(GetFeatureReader.read(xml), terms);
    }

    private static GetFeatureWithLockRequest checked(GetFeatureRequest features, LockTerms terms) {
        if (features.hits()) {
            throw RequestException.invalid(
                    "resultType", "khóa cần đối tượng, không chỉ số lượng", "only features can be locked, not numbers");
        }
        return new GetFeatureWithLockRequest(features, terms);
    }

    @Override
    public void answer(GetFeatureWithLockRequest request, WfsExchange exchange) throws IOException {
        Writer writer = rights.demandWriter(exchange.request(), exchange.response());
        FeatureFormat format = formats.get(request.features().outputFormat(), exchange.version());
        if (!format.contentType().contains("gml") && !format.contentType().contains("xml")) {
            throw RequestException.invalid(
                    "outputFormat", "khóa chỉ ghi được trong GML", "only GML has a place for the lock");
        }
        List<FeatureQuery> queries = search.queries(request.features().queries(), format.defaultReference(), exchange);
        FeatureAnswer answer = search.find(request.features(), queries, exchange);
        List<Shown> wanted = new ArrayList<>();
        for (FeatureAnswer.Part part : answer.parts()) {
            part.features().forEach(feature -> wanted.add(shown(part, feature)));
        }
        Locks.Outcome outcome = request.terms().acquire(locks, writer, wanted, exchange);
        exchange.response().setHeader("Cache-Control", "no-store");
        FeatureAnswer locked = only(answer, new HashSet<>(outcome.locked()));
        search.remember(locked);
        formats.send(format, outcome.id() == null ? locked : locked.withLock(outcome.id()));
    }

    private static Shown shown(FeatureAnswer.Part part, Feature feature) {
        return new Shown(part.query().view().layer().name(), feature.fid());
    }

    /** What others have locked is not given (OGC 09-025r2 §13.2.3). */
    private static FeatureAnswer only(FeatureAnswer answer, Set<Shown> locked) {
        List<FeatureAnswer.Part> parts = new ArrayList<>();
        for (FeatureAnswer.Part part : answer.parts()) {
            List<Feature> features = part.features().stream()
                    .filter(feature -> locked.contains(shown(part, feature)))
                    .toList();
            int gone = part.features().size() - features.size();
            parts.add(new FeatureAnswer.Part(part.query(), features, part.matched() - gone));
        }
        return new FeatureAnswer(
                answer.exchange(), answer.shape(), parts, answer.links(), answer.time(), answer.lockId());
    }
}
