package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.ruralmap.server.editing.EditOutcome;
import vn.ruralmap.server.editing.EditOutcome.Edited;
import vn.ruralmap.server.editing.Finding;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.wfs.TransactionEdits.Step;
import vn.ruralmap.server.wfs.TransactionRequest.Action;

/** What a transaction did, in the form of each version (OGC 09-025r2 §15.3; OGC 04-094 §12.3; OGC 02-058 §11.3). */
record TransactionAnswer(TransactionRequest request, List<Result> results, List<Finding> warnings) {

    /** Of ids before 2.0. */
    static final String OGC = "http://www.opengis.net/ogc";

    private static final int MOST_TOLD = 20;

    /** What became of one edit. */
    record Result(Action action, Edited feature) {}

    static TransactionAnswer of(TransactionRequest request, List<Step> steps, EditOutcome outcome) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            results.add(new Result(steps.get(i).action(), outcome.features().get(i)));
        }
        return new TransactionAnswer(request, results, outcome.warnings());
    }

    void write(WfsExchange exchange) throws IOException {
        switch (exchange.version()) {
            case V2_0_0 -> write20(exchange.document("text/xml;charset=UTF-8"));
            case V1_1_0 -> write11(exchange.document("text/xml;charset=UTF-8"));
            case V1_0_0 -> write10(exchange.document("text/xml;charset=UTF-8"));
        }
    }

    private List<Result> of(Predicate<Action> kind) {
        return results.stream().filter(result -> kind.test(result.action())).toList();
    }

    private List<Result> inserted() {
        return of(TransactionRequest.Insert.class::isInstance);
    }

    private List<Result> updated() {
        return of(TransactionRequest.Update.class::isInstance);
    }

    private List<Result> replaced() {
        return of(TransactionRequest.Replace.class::isInstance);
    }

    /** A feature counts once, however many actions changed it. */
    private static long count(List<Result> results) {
        return results.stream().map(result -> result.feature().id()).distinct().count();
    }

    private void write20(XmlWriter xml) throws IOException {
        root(xml, "wfs:TransactionResponse", WfsVersion.V2_0_0, "http://schemas.opengis.net/wfs/2.0/wfs.xsd")
                .attribute("xmlns:fes", Namespaces.FES);
        summary(xml, true);
        results(xml, "wfs:InsertResults", inserted());
        results(xml, "wfs:UpdateResults", updated());
        results(xml, "wfs:ReplaceResults", replaced());
        xml.finish();
    }

    private void write11(XmlWriter xml) throws IOException {
        root(xml, "wfs:TransactionResponse", WfsVersion.V1_1_0, "http://schemas.opengis.net/wfs/1.1.0/wfs.xsd")
                .attribute("xmlns:ogc", OGC);
        summary(xml, false);
        xml.start("wfs:TransactionResults").end();
        xml.start("wfs:InsertResults");
        List<Result> inserted = inserted();
        for (Result result : inserted) {
            xml.start("wfs:Feature");
            handle(xml, result.action().handle());
            xml.start("ogc:FeatureId")
                    .attribute("fid", result.feature().id())
                    .end()
                    .end();
        }
        if (inserted.isEmpty()) {
            // the schema wants one
            xml.start("wfs:Feature")
                    .start("ogc:FeatureId")
                    .attribute("fid", "none")
                    .end()
                    .end();
        }
        xml.finish();
    }

    private void write10(XmlWriter xml) throws IOException {
        root(
                        xml,
                        "wfs:WFS_TransactionResponse",
                        WfsVersion.V1_0_0,
                        "http://schemas.opengis.net/wfs/1.0.0/WFS-transaction.xsd")
                .attribute("xmlns:ogc", OGC);
        for (Action action : request.actions()) {
            if (action instanceof TransactionRequest.Insert) {
                xml.start("wfs:InsertResult");
                handle(xml, action.handle());
                for (Result result : of(other -> other == action)) {
                    xml.start("ogc:FeatureId")
                            .attribute("fid", result.feature().id())
                            .end();
                }
                xml.end();
            }
        }
        xml.start("wfs:TransactionResult");
        handle(xml, request.handle());
        xml.start("wfs:Status").start("wfs:SUCCESS").end().end();
        if (!warnings.isEmpty()) {
            // later versions have a place for failures only
            xml.element(
                    "wfs:Message",
                    warnings.stream()
                            .limit(MOST_TOLD)
                            .map(warning ->
                                    warning.code() + ": " + warning.text().vi() + " / "
                                            + warning.text().en())
                            .collect(Collectors.joining("\n")));
        }
        xml.finish();
    }

    private static XmlWriter root(XmlWriter xml, String name, WfsVersion version, String schema) throws IOException {
        return xml.start(name)
                .attribute("xmlns:wfs", version.namespace())
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute("xsi:schemaLocation", version.namespace() + ' ' + schema)
                .attribute("version", version.number());
    }

    private void summary(XmlWriter xml, boolean withReplaced) throws IOException {
        xml.start("wfs:TransactionSummary");
        xml.element("wfs:totalInserted", Long.toString(inserted().size()));
        xml.element("wfs:totalUpdated", Long.toString(count(updated())));
        if (withReplaced) {
            xml.element("wfs:totalReplaced", Long.toString(count(replaced())));
        }
        xml.element("wfs:totalDeleted", Long.toString(count(of(TransactionRequest.Delete.class::isInstance))));
        xml.end();
    }

    private static void results(XmlWriter xml, String name, List<Result> results) throws IOException {
        if (results.isEmpty()) {
            return;
        }
        xml.start(name);
        for (Result result : results) {
            xml.start("wfs:Feature");
            handle(xml, result.action().handle());
            xml.start("fes:ResourceId")
                    .attribute("rid", result.feature().id())
                    .end()
                    .end();
        }
        xml.end();
    }

    private static void handle(XmlWriter xml, Optional<String> handle) throws IOException {
        if (handle.isPresent()) {
            xml.attribute("handle", handle.get());
        }
    }
}
