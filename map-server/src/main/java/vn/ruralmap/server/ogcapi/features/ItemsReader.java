package vn.ruralmap.server.ogcapi.features;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.query.BoxQuery;
import vn.ruralmap.layers.query.FeatureOrder;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.support.FilterParameter;
import vn.ruralmap.server.support.OrderedFeatures;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** Reads which items a request asks for (OGC 17-069r4 §7.15). */
final class ItemsReader {

    static final int DEFAULT_LIMIT = 100;
    /** A greater limit means this one. */
    static final int MAX_LIMIT = 10_000;

    static final List<String> PARAMETERS = Stream.concat(
                    Stream.of(
                            "limit",
                            "bbox",
                            "bbox-crs",
                            "crs",
                            "datetime",
                            "properties",
                            "skipgeometry",
                            "sortby",
                            "after",
                            "before"),
                    FilterParameter.NAMES.stream())
            .toList();

    private final Exchange exchange;
    private final Parameters parameters;

    private ItemsReader(Exchange exchange) {
        this.exchange = exchange;
        this.parameters = exchange.parameters();
    }

    /** Names of parameters that a collection's items know: those of all, and the queryables. */
    static List<String> parameters(Optional<LayerView> view) {
        Stream<String> queryables =
                view.stream().flatMap(found -> found.properties().stream()).map(Property::name);
        return Stream.concat(PARAMETERS.stream(), queryables).toList();
    }

    static ItemsRequest read(Exchange exchange, Layer layer) {
        return new ItemsReader(exchange).read(layer);
    }

    private ItemsRequest read(Layer layer) {
        Period period = parameters
                .find("datetime")
                .map(text -> Period.parse(text, exchange.today()))
                .orElse(null);
        boolean hasDate = parameters.find("as-of").isPresent();
        LayerView view = period == null || hasDate
                ? exchange.view(layer.name())
                : exchange.show(period.view(exchange.snapshot(), layer.name()));
        PropertyNames names = new PropertyNames(view);
        PropertyNames.Selection selection = names.select(parameters.list("properties"));
        return new ItemsRequest(
                view,
                period != null && !hasDate,
                new Conditions(box(), filter(view), conditions(view, names, hasDate ? period : null)),
                new OrderedFeatures(new FeatureOrder(view, names.sortKeys(parameters.list("sortby")))),
                selection.properties(),
                selection.withGeometry() && !isSet("skipgeometry"),
                reference(exchange),
                limit(),
                cursor());
    }

    /** The system that answers are to be in (OGC 18-058r1 §6.4). */
    static SpatialReference reference(Exchange exchange) {
        return exchange.parameters()
                .find("crs")
                .map(text -> CrsUri.find("crs", text))
                .orElse(SpatialReference.CRS84);
    }

    private @Nullable FeatureSelector filter(LayerView view) {
        String queryables = exchange.url("/collections/" + view.layer().name() + "/queryables");
        return FilterParameter.find(parameters, view, queryables).orElse(null);
    }

    private @Nullable BoxQuery box() {
        SpatialReference reference = parameters
                .find("bbox-crs")
                .map(text -> CrsUri.find("bbox-crs", text))
                .orElse(SpatialReference.CRS84);
        List<String> items = parameters.list("bbox");
        return items.isEmpty() ? null : box(items, reference);
    }

    /** @param items four numbers, or six with heights, which do not matter */
    private static BoxQuery box(List<String> items, SpatialReference reference) {
        double[] corners = Parameters.numbers(items, ItemsReader::malformedBox);
        if (corners.length != 4 && corners.length != 6) {
            throw malformedBox();
        }
        int upper = corners.length / 2;
        int x = reference.northingFirst() ? 1 : 0;
        double west = corners[x];
        double south = corners[1 - x];
        double east = corners[upper + x];
        double north = corners[upper + 1 - x];
        if (south > north || west > east && !reference.system().isGeographic()) {
            throw malformedBox();
        }
        return BoxQuery.of(west, south, east, north, reference.system());
    }

    private static RequestException malformedBox() {
        return RequestException.invalid(
                "bbox",
                "cần bốn số, góc nhỏ trước, theo thứ tự trục của bbox-crs",
                "four numbers, the lower corner first, in the axis order of bbox-crs");
    }

    private List<Predicate<Feature>> conditions(LayerView view, PropertyNames names, @Nullable Period period) {
        List<Predicate<Feature>> conditions = new ArrayList<>();
        if (period != null) {
            conditions.add(period::meets);
        }
        for (String name : exchange.request().getParameterMap().keySet()) {
            names.find(name.toLowerCase(java.util.Locale.ROOT)).ifPresent(property -> {
                Object wanted = value(property, parameters.get(name));
                conditions.add(feature -> wanted.equals(view.value(feature, property)));
            });
        }
        return conditions;
    }

    /** @throws RequestException status 400 */
    private static Object value(Property property, String text) {
        try {
            return switch (property.type()) {
                case TEXT, CODE -> text;
                case INTEGER, REFERENCE -> Long.valueOf(text);
                case DECIMAL -> Double.valueOf(text);
                case DATE -> LocalDate.parse(text);
                case BOOLEAN -> flag(property.name(), text);
            };
        } catch (NumberFormatException e) {
            throw RequestException.invalid(property.name(), "cần một số", "a number");
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(
                    property.name(), "cần ngày dạng NĂM-THÁNG-NGÀY", "a date such as 2025-07-01");
        }
    }

    private boolean isSet(String name) {
        return parameters.find(name).map(text -> flag(name, text)).orElse(false);
    }

    private static boolean flag(String name, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw RequestException.invalid(name, "cần true hoặc false", "true or false");
        }
        return text.equals("true");
    }

    /** Any whole number from 1; more than there may be means as many as there may be (OGC 17-069r4 /req/core/fc-limit-response-1). */
    private int limit() {
        String text = parameters.find("limit").orElse(Integer.toString(DEFAULT_LIMIT));
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) < 1) {
            throw RequestException.invalid("limit", "cần số nguyên từ 1", "a whole number from 1");
        }
        return (int) Math.min(Long.parseLong(text), MAX_LIMIT);
    }

    private ItemsRequest.@Nullable Cursor cursor() {
        Optional<String> after = parameters.find("after");
        return after.or(() -> parameters.find("before"))
                .map(place -> new ItemsRequest.Cursor(place, after.isEmpty()))
                .orElse(null);
    }
}
