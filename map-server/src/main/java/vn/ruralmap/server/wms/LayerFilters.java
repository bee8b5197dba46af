package vn.ruralmap.server.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.CqlText;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.filter.FilterException;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * Which features of each layer a request wants: CQL_FILTER, with {@code ;} between the layers, or FILTER, with brackets around each
 * document. Vendor parameters that many servers and clients have.
 *
 * @param texts one a layer; empty: all features
 */
record LayerFilters(Language language, List<String> texts) {

    private enum Language {
        NONE(""),
        ECQL("CQL_FILTER"),
        FES("FILTER");

        private final String parameter;

        Language(String parameter) {
            this.parameter = parameter;
        }
    }

    /** @param layers how many there are. @throws RequestException InvalidParameterValue */
    static LayerFilters read(Parameters parameters, int layers) {
        Optional<String> cql = parameters.find(Language.ECQL.parameter);
        Optional<String> fes = parameters.find(Language.FES.parameter);
        if (cql.isPresent() && fes.isPresent()) {
            throw RequestException.invalid(
                    Language.FES.parameter,
                    "chỉ dùng một trong hai: FILTER hoặc CQL_FILTER",
                    "only one of FILTER and CQL_FILTER can be used");
        }
        if (fes.isPresent()) {
            return new LayerFilters(Language.FES, documents(fes.get())).demand(layers);
        }
        return cql.map(text -> new LayerFilters(Language.ECQL, texts(text)).demand(layers))
                .orElse(new LayerFilters(Language.NONE, List.of()));
    }

    private LayerFilters demand(int layers) {
        if (texts.size() != layers) {
            throw RequestException.invalid(
                    language.parameter,
                    "cần " + layers
                            + " bộ lọc, phân cách bằng dấu ; (FILTER: mỗi bộ trong ngoặc đơn) và INCLUDE (FILTER: để"
                            + " trống) cho lớp không lọc",
                    layers
                            + " filters are needed, with ; between them (FILTER: brackets around each) and INCLUDE (FILTER:"
                            + " nothing) for a layer without one");
        }
        return this;
    }

    /** {@code ;} between filters, but not within quotes. */
    private static List<String> texts(String all) {
        List<String> texts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            quoted ^= c == '\'';
            if (c == ';' && !quoted) {
                texts.add(all.substring(from, i).strip());
                from = i + 1;
            }
        }
        texts.add(all.substring(from).strip());
        return texts;
    }

    /** {@code (<Filter>…</Filter>)()(<Filter>…</Filter>)}, or one document for one layer. Brackets within a document stay. */
    private static List<String> documents(String all) {
        if (!all.startsWith("(")) {
            return List.of(all);
        }
        List<String> documents = new ArrayList<>();
        int from = 1;
        while (from > 0 && from <= all.length()) {
            int end = all.indexOf(")(", from);
            int last = all.endsWith(")") ? all.length() - 1 : all.length();
            documents.add(
                    all.substring(from, end < 0 ? Math.max(from, last) : end).strip());
            from = end < 0 ? 0 : end + 2;
        }
        return documents;
    }

    /** What a layer is filtered by; empty: all of its features. @throws RequestException InvalidParameterValue */
    Optional<Condition> find(int layer, LayerView view) {
        String text = language == Language.NONE ? "" : texts.get(layer);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        FilterNames names = FeatureSelector.names(view, "WFS DescribeFeatureType");
        try {
            Condition condition = language == Language.ECQL
                    ? CqlText.parseEcql(text, names)
                    : FesReader.read(FesReader.parse(text, SystemReference.WGS84), names);
            // whether its values fit the properties
            return Optional.of(new FeatureSelector(view, condition).condition());
        } catch (FilterException e) {
            throw RequestException.invalid(
                    language.parameter, e.reason().vi(), e.reason().en());
        }
    }
}
