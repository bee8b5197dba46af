package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.GetFeatureRequest.Shape;

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
    public GetFeatureRequest read(WfsExchange exchange, GetFeatureReader reader, FeatureFormats formats) {
        FeatureFormat format =
                exchange.parameters().find("outputformat").map(formats::get).orElseGet(formats::standard);
        String id = exchange.parameters().get("id");
        FeatureQuery query = FeatureId.find(id)
                .filter(found ->
                        exchange.snapshot().catalogue().findLayer(found.layer()).isPresent())
                .filter(found -> exchange.view(found.layer()).find(found.fid()).isPresent())
                .map(found -> FeatureQuery.of(exchange.view(found.layer()), FeatureFilter.ofFids(Set.of(found.fid()))))
                .orElseThrow(() -> RequestException.of(
                        404,
                        "NotFound",
                        "id",
                        "Không có đối tượng '" + id + "' vào ngày " + exchange.date(),
                        "There is no feature '" + id + "' on " + exchange.date()));
        return new GetFeatureRequest(List.of(query), Shape.FEATURE, format, reader.reference(format), 0, 1);
    }
}
