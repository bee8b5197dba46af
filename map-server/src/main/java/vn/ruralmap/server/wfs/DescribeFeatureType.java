package vn.ruralmap.server.wfs;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** DescribeFeatureType (OGC 09-025r2 §9): all types, or the named ones alone. */
@Component
final class DescribeFeatureType implements WfsOperation {

    private static final List<String> FORMATS =
            List.of(GmlFormat.CONTENT_TYPE, "text/xml; subtype=gml/3.2", "text/xml; subtype=gml/3.2.1", "GML32");

    @Override
    public String name() {
        return "DescribeFeatureType";
    }

    @Override
    public Map<String, List<String>> parameters() {
        return Map.of("outputFormat", FORMATS);
    }

    @Override
    public void answer(WfsExchange exchange) throws IOException {
        Parameters parameters = exchange.parameters();
        String format = parameters.find("outputformat").orElse(GmlFormat.CONTENT_TYPE);
        if (FORMATS.stream().noneMatch(known -> bare(known).equalsIgnoreCase(bare(format)))) {
            throw RequestException.invalid("outputFormat", "cần " + FORMATS.get(0), "must be " + FORMATS.get(0));
        }
        TypeNames typeNames = TypeNames.of(exchange);
        String asked = parameters
                .find("typenames")
                .or(() -> parameters.find("typename"))
                .orElse("");
        List<LayerView> views = asked.isEmpty()
                ? exchange.snapshot().catalogue().layers().stream()
                        .map(Layer::name)
                        .map(exchange::view)
                        .toList()
                : Arrays.stream(asked.replaceAll("[()]", " ").strip().split("[,\\s]+"))
                        .distinct()
                        .map(name -> typeNames.get("typeNames", name))
                        .toList();
        if (exchange.isUnchanged(0)) {
            return;
        }
        SchemaWriter schema = new SchemaWriter(
                exchange.document(GmlFormat.CONTENT_TYPE), exchange.snapshot().catalogue());
        schema.write(views);
    }

    private static String bare(String format) {
        return format.replaceAll("[ +]", "");
    }
}
