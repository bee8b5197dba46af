package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.support.RequestException;

/** The stored query that every server has (OGC 09-025r2 §7.9.3.6): one feature, by its id, without a collection. */
@Component
final class GetFeatureById implements StoredQuery {

    @Override
    public String id() {
        return "urn:ogc:def:query:OGC-WFS::GetFeatureById";
    }

    @Override
    public LocalizedText title() {
        return new LocalizedText("Một đối tượng theo mã định danh", "One feature by its id");
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("id", "xsd:string", new LocalizedText("Ví dụ communes.17", "For example communes.17")));
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public List<QueryExpression.AdHoc> expand(QueryExpression.Stored call, WfsExchange exchange) {
        String id = Optional.ofNullable(call.arguments().get("id")).orElseThrow(() -> RequestException.missing("id"));
        FeatureId.find(id)
                .filter(found ->
                        exchange.snapshot().catalogue().findLayer(found.layer()).isPresent())
                .filter(found -> exchange.view(found.layer()).find(found.fid()).isPresent())
                .orElseThrow(() -> RequestException.of(
                        404,
                        "NotFound",
                        "id",
                        "Không có đối tượng '" + id + "' vào ngày " + exchange.date(),
                        "There is no feature '" + id + "' on " + exchange.date()));
        return List.of(new QueryExpression.AdHoc(
                List.of(),
                List.of(),
                call.srsName(),
                Optional.empty(),
                List.of(new QueryExpression.Condition.Ids(List.of(id))),
                List.of()));
    }
}
