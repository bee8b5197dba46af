package vn.ruralmap.server.support;

import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.CqlJson;
import vn.ruralmap.layers.filter.CqlText;
import vn.ruralmap.layers.filter.FilterException;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;

/** The parameters {@code filter}, {@code filter-lang} and {@code filter-crs} (OGC 19-079r2 §7), and {@code cql_filter} of older clients. */
public final class FilterParameter {

    public static final String FILTER = "filter";
    public static final String LANGUAGE = "filter-lang";
    public static final String SYSTEM = "filter-crs";

    /** What a request may have. */
    public static final List<String> NAMES = List.of(FILTER, LANGUAGE, SYSTEM);

    public static final String TEXT = "cql2-text";
    public static final String JSON = "cql2-json";

    /** What clients call the older dialect. */
    private static final List<String> ECQL = List.of("ecql", "cql", "cql-text");

    private FilterParameter() {}

    /**
     * The features of a view that a request is about; empty: it has no filter.
     *
     * @param listedAt where the properties of the layer are listed, for errors
     * @throws RequestException InvalidParameterValue
     */
    public static Optional<FeatureSelector> find(Parameters parameters, LayerView view, String listedAt) {
        FilterNames names = FeatureSelector.names(view, listedAt);
        SystemReference reference = reference(parameters);
        String language = parameters.find(LANGUAGE).orElse(TEXT);
        Optional<FeatureSelector> selector = parameters
                .find(FILTER)
                .map(text -> selector(FILTER, view, () -> parse(text, language, names, reference)));
        return selector.or(() -> parameters
                .find("cql_filter")
                .map(text -> selector("cql_filter", view, () -> CqlText.parseEcql(text, names))));
    }

    private static Condition parse(String text, String language, FilterNames names, SystemReference reference) {
        if (language.equals(TEXT)) {
            return CqlText.parseCql2(text, names, reference);
        } else if (language.equals(JSON)) {
            return CqlJson.parse(text, names, reference);
        } else if (ECQL.contains(language)) {
            return CqlText.parseEcql(text, names);
        }
        throw RequestException.invalid(LANGUAGE, "cần cql2-text, cql2-json hoặc ecql", "cql2-text, cql2-json or ecql");
    }

    private interface Reader {
        Condition read();
    }

    private static FeatureSelector selector(String parameter, LayerView view, Reader reader) {
        try {
            return new FeatureSelector(view, reader.read());
        } catch (FilterException e) {
            throw RequestException.invalid(
                    parameter, e.reason().vi(), e.reason().en());
        }
    }

    private static SystemReference reference(Parameters parameters) {
        return parameters
                .find(SYSTEM)
                .map(text -> SystemReference.find(text)
                        .orElseThrow(() -> RequestException.invalid(
                                SYSTEM,
                                "không có hệ tọa độ này; ví dụ http://www.opengis.net/def/crs/EPSG/0/9209",
                                "there is no such coordinate system; for example"
                                        + " http://www.opengis.net/def/crs/EPSG/0/9209")))
                .orElse(SystemReference.CRS84);
    }
}
