package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.springframework.stereotype.Component;
import vn.ruralmap.server.editing.EditRights;
import vn.ruralmap.server.editing.Locks;
import vn.ruralmap.server.editing.Locks.Shown;
import vn.ruralmap.server.editing.Writer;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;

/** LockFeature (OGC 09-025r2 §12): keeps others from changing features for some time. */
@Component
final class LockFeature implements WfsOperation<LockFeatureRequest> {

    private final EditRights rights;
    private final Locks locks;
    private final FeatureSearch search;

    LockFeature(EditRights rights, Locks locks, FeatureSearch search) {
        this.rights = rights;
        this.locks = locks;
        this.search = search;
    }

    @Override
    public String name() {
        return "LockFeature";
    }

    @Override
    public Set<WfsVersion> versions() {
        return rights.isOpen() ? EnumSet.allOf(WfsVersion.class) : Set.of();
    }

    @Override
    public Map<String, List<String>> parameters(WfsVersion version) {
        return Map.of("lockAction", List.of("ALL", "SOME"));
    }

    @Override
    public LockFeatureRequest read(Parameters parameters, WfsVersion version) {
        Optional<String> lockId = parameters.find("lockid");
        return new LockFeatureRequest(
                lockId,
                LockTerms.read(parameters, version),
                lockId.isPresent() ? List.of() : QueryReader.read(parameters, version));
    }

    @Override
    public LockFeatureRequest read(XmlRequest xml) throws XMLStreamException {
        Optional<String> lockId = xml.attribute("lockId");
        LockTerms terms = LockTerms.read(xml);
        if (lockId.isPresent()) {
            xml.skip();
            return new LockFeatureRequest(lockId, terms, List.of());
        }
        return new LockFeatureRequest(lockId, terms, XmlQueryReader.readAll(xml));
    }

    @Override
    public void answer(LockFeatureRequest request, WfsExchange exchange) throws IOException {
        Writer writer = rights.demandWriter(exchange.request(), exchange.response());
        exchange.response().setHeader("Cache-Control", "no-store");
        Locks.Outcome outcome = request.lockId().isPresent()
                ? renew(request.lockId().get(), request.terms(), exchange)
                : lock(request, writer, exchange);
        write(outcome, exchange);
    }

    private Locks.Outcome renew(String id, LockTerms terms, WfsExchange exchange) {
        List<Shown> held = locks.renew(id, terms.expiry()).stream()
                .map(target -> new Shown(target.layer(), target.fid()))
                .toList();
        if (held.isEmpty()) {
            throw LockRefusals.expired(exchange.version());
        }
        return new Locks.Outcome(id, held, List.of());
    }

    private Locks.Outcome lock(LockFeatureRequest request, Writer writer, WfsExchange exchange) {
        List<Shown> wanted = new ArrayList<>();
        for (FeatureQuery query : search.queries(request.queries(), SpatialReference.WGS84, exchange)) {
            String layer = query.view().layer().name();
            query.run().forEach(feature -> wanted.add(new Shown(layer, feature.fid())));
        }
        return request.terms().acquire(locks, writer, wanted, exchange);
    }

    /** OGC 09-025r2 §12.3; OGC 04-094 §10.3; OGC 02-058 §10.3. */
    private static void write(Locks.Outcome outcome, WfsExchange exchange) throws IOException {
        WfsVersion version = exchange.version();
        boolean isNew = version == WfsVersion.V2_0_0;
        XmlWriter xml = exchange.document("text/xml;charset=UTF-8");
        xml.start(version == WfsVersion.V1_0_0 ? "wfs:WFS_LockFeatureResponse" : "wfs:LockFeatureResponse")
                .attribute("xmlns:wfs", version.namespace())
                .attribute(isNew ? "xmlns:fes" : "xmlns:ogc", isNew ? Namespaces.FES : TransactionAnswer.OGC)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute(
                        "xsi:schemaLocation",
                        version == WfsVersion.V1_0_0
                                ? version.namespace() + " http://schemas.opengis.net/wfs/1.0.0/WFS-transaction.xsd"
                                : version.schemaLocation());
        String id = outcome.id() == null ? "" : outcome.id();
        if (isNew && !id.isEmpty()) {
            xml.attribute("lockId", id);
        } else if (!isNew) {
            xml.element("wfs:LockId", id);
        }
        features(xml, "wfs:FeaturesLocked", outcome.locked(), isNew);
        features(xml, "wfs:FeaturesNotLocked", outcome.notLocked(), isNew);
        xml.finish();
    }

    private static void features(XmlWriter xml, String name, List<Shown> features, boolean isNew) throws IOException {
        if (features.isEmpty()) {
            return;
        }
        xml.start(name);
        for (Shown feature : features) {
            xml.start(isNew ? "fes:ResourceId" : "ogc:FeatureId")
                    .attribute(isNew ? "rid" : "fid", feature.id())
                    .end();
        }
        xml.end();
    }
}
