package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.GetFeatureRequest.Shape;

/** Reads a GetFeature request from key-value pairs (OGC 09-025r2 §7.9.2, §11.2). */
final class GetFeatureReader {

    /** Features in an answer at most, declared as CountDefault: QGIS reads pages of 1,000 where none is declared. */
    static final int MAX_COUNT = 1_000_000;

    /** Parameters that narrow a query down in ways this service does not know: ignoring them would give a wrong answer. */
    private static final List<String> UNSUPPORTED = List.of("filter", "cql_filter", "aliases", "lockid", "lockaction");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern GROUP_BORDER = Pattern.compile("\\)\\s*\\(");

    private final Parameters parameters;
    private final TypeNames typeNames;
    private final WfsExchange exchange;

    GetFeatureReader(WfsExchange exchange) {
        this.exchange = exchange;
        this.parameters = exchange.parameters();
        this.typeNames = TypeNames.of(exchange);
    }

    GetFeatureRequest read(FeatureFormats formats) {
        for (String name : UNSUPPORTED) {
            if (parameters.find(name).isPresent()) {
                throw RequestException.of(
                        501,
                        "OptionNotSupported",
                        name,
                        "Máy chủ chưa nhận tham số " + name,
                        "This server does not take " + name);
            }
        }
        checkResolve();
        FeatureFormat format = parameters.find("outputformat").map(formats::get).orElseGet(formats::standard);
        List<FeatureQuery> queries = queries();
        boolean hits = resultType();
        return new GetFeatureRequest(
                queries,
                hits ? Shape.HITS : group("typenames").size() > 1 ? Shape.COLLECTION_PER_QUERY : Shape.COLLECTION,
                format,
                reference(format),
                parameters.findInteger("startindex", 0, Integer.MAX_VALUE).orElse(0),
                parameters
                        .findInteger("count", 0, Integer.MAX_VALUE)
                        .or(() -> parameters.findInteger("maxfeatures", 0, Integer.MAX_VALUE))
                        .map(count -> Math.min(count, MAX_COUNT))
                        .orElse(MAX_COUNT));
    }

    SpatialReference reference(FeatureFormat format) {
        return parameters
                .find("srsname")
                .map(name -> findReference("srsName", name))
                .orElseGet(format::defaultReference);
    }

    /** Remote references do not occur in our data, so {@code local} resolves nothing, too. */
    private void checkResolve() {
        String resolve = parameters.find("resolve").orElse("none");
        if (!resolve.equals("none") && !resolve.equals("local")) {
            throw RequestException.invalid("resolve", "cần none hoặc local", "must be none or local");
        }
    }

    private boolean resultType() {
        String type = parameters.find("resulttype").orElse("results");
        if (!type.equals("results") && !type.equals("hits")) {
            throw RequestException.invalid("resultType", "cần results hoặc hits", "must be results or hits");
        }
        return type.equals("hits");
    }

    private List<FeatureQuery> queries() {
        List<String> types = group("typenames");
        if (types.isEmpty()) {
            return queriesByIds();
        }
        List<FeatureQuery> queries = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).contains(",")) {
                throw RequestException.of(
                        501,
                        "OptionNotSupported",
                        "typeNames",
                        "Không hỗ trợ nối bảng; nhiều loại viết là (a)(b)",
                        "Joins are not supported; several types are written (a)(b)");
            }
            LayerView view = typeNames.get("typeNames", types.get(i));
            queries.add(query(view, filter(view, i), i));
        }
        return queries;
    }

    private FeatureQuery query(LayerView view, FeatureFilter filter, int index) {
        PropertyNames names = new PropertyNames(view, typeNames);
        PropertyNames.Selection selection =
                names.select(item("propertyname", index).map(GetFeatureReader::split));
        List<SortKey> sort =
                item("sortby", index).map(text -> names.sortKeys(split(text))).orElse(List.of());
        return new FeatureQuery(view, filter, selection.properties(), selection.withGeometry(), sort);
    }

    private FeatureFilter filter(LayerView view, int index) {
        Optional<String> box = item("bbox", index);
        Optional<String> ids = item("resourceid", index);
        if (box.isPresent() && ids.isPresent()) {
            throw RequestException.invalid(
                    "bbox", "không dùng cùng với resourceId", "cannot be used together with resourceId");
        }
        if (ids.isPresent()) {
            return FeatureFilter.ofFids(fids(view, split(ids.get())));
        }
        return box.map(text -> (FeatureFilter) box(split(text))).orElse(FeatureFilter.ALL);
    }

    private static Set<Long> fids(LayerView view, List<String> ids) {
        Set<Long> fids = new LinkedHashSet<>();
        for (String id : ids) {
            FeatureId found = FeatureId.find(id).orElse(null);
            if (found != null && !found.layer().equals(view.layer().name())) {
                throw RequestException.invalid(
                        "resourceId",
                        "'" + id + "' không thuộc loại " + view.layer().name(),
                        "'" + id + "' is not of the type " + view.layer().name());
            }
            if (found != null) {
                fids.add(found.fid());
            }
        }
        return fids;
    }

    /** Ids say their types themselves. */
    private List<FeatureQuery> queriesByIds() {
        List<String> ids = item("resourceid", 0).map(GetFeatureReader::split).orElse(List.of());
        if (ids.isEmpty()) {
            throw RequestException.missing("typeNames");
        }
        Map<String, Set<Long>> byLayer = new LinkedHashMap<>();
        for (String id : ids) {
            FeatureId.find(id)
                    .filter(found -> exchange.snapshot()
                            .catalogue()
                            .findLayer(found.layer())
                            .isPresent())
                    .ifPresent(found -> byLayer.computeIfAbsent(found.layer(), key -> new LinkedHashSet<>())
                            .add(found.fid()));
        }
        return byLayer.entrySet().stream()
                .map(entry -> query(exchange.view(entry.getKey()), FeatureFilter.ofFids(entry.getValue()), 0))
                .toList();
    }

    /** Two corners and perhaps their system; without one it is the types' default: latitude first. */
    private static BoxFilter box(List<String> items) {
        if (items.size() != 4 && items.size() != 5) {
            throw badBox();
        }
        SpatialReference reference = items.size() == 5 ? findReference("bbox", items.get(4)) : SpatialReference.WGS84;
        double[] corners = new double[4];
        for (int i = 0; i < 4; i++) {
            corners[i] = number(items.get(i));
        }
        if (corners[0] > corners[2] || corners[1] > corners[3]) {
            throw badBox();
        }
        return BoxFilter.of(corners, reference);
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw badBox();
        }
        throw badBox();
    }

    private static RequestException badBox() {
        return RequestException.invalid(
                "bbox",
                "cần bốn số, góc nhỏ trước, và có thể thêm hệ tọa độ",
                "four numbers, the lower corner first, and perhaps a coordinate system");
    }

    private static SpatialReference findReference(String parameter, String name) {
        return SpatialReference.find(name)
                .orElseThrow(() -> RequestException.invalid(
                        parameter,
                        "không có hệ tọa độ '" + name + "'; danh sách ở GetCapabilities",
                        "there is no coordinate system '" + name + "'; GetCapabilities lists them"));
    }

    /** The text for one query: one group per query, or one text for all of them. */
    private Optional<String> item(String name, int index) {
        List<String> groups = group(name);
        if (groups.size() > 1 && index >= groups.size()) {
            throw RequestException.invalid(name, "thiếu phần cho mỗi truy vấn", "needs one group per query");
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(groups.size() == 1 ? 0 : index));
    }

    /** {@code (a)(b)} is two groups, anything else one. */
    private List<String> group(String name) {
        @Nullable String text = find(name).orElse(null);
        if (text == null) {
            return List.of();
        }
        if (text.startsWith("(") && text.endsWith(")")) {
            return Arrays.stream(GROUP_BORDER.split(text.substring(1, text.length() - 1), -1))
                    .map(String::strip)
                    .toList();
        }
        return List.of(text);
    }

    /** By its name of WFS 2.0 or of older versions, which clients go on sending. */
    private Optional<String> find(String name) {
        return switch (name) {
            case "typenames" -> parameters.find(name).or(() -> parameters.find("typename"));
            case "resourceid" -> parameters.find(name).or(() -> parameters.find("featureid"));
            default -> parameters.find(name);
        };
    }

    private static List<String> split(String text) {
        return Arrays.asList(COMMA.split(text.strip(), -1));
    }
}
