package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.CqlText;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.filter.FilterException;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.filter.ResourceId;
import vn.ruralmap.layers.query.BoxQuery;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.encoding.SpatialReference;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.QueryExpression.AdHoc;
import vn.ruralmap.server.wfs.QueryExpression.Condition;

/** Looks up what the queries of a request name: types, properties, systems, filters. */
record FeatureQueries(WfsExchange exchange, StoredQueries storedQueries) {

    /**
     * @param standard what coordinates are in where a query does not say
     * @return none if only ids were given and none of them can exist
     */
    List<FeatureQuery> resolve(List<QueryExpression> expressions, SpatialReference standard) {
        List<FeatureQuery> queries = new ArrayList<>();
        for (QueryExpression expression : expressions) {
            if (expression instanceof QueryExpression.Stored call) {
                StoredQuery stored = storedQueries.get(call.id());
                for (AdHoc query : stored.expand(call, exchange)) {
                    queries.addAll(resolve(query, standard));
                }
            } else if (expression instanceof AdHoc query) {
                queries.addAll(resolve(query, standard));
            }
        }
        return queries;
    }

    private List<FeatureQuery> resolve(AdHoc query, SpatialReference standard) {
        if (query.typeNames().isEmpty()) {
            return byIds(query, standard);
        }
        if (query.typeNames().size() > 1) {
            throw RequestException.of(
                    501,
                    "OptionNotSupported",
                    "typeNames",
                    "Không hỗ trợ nối bảng; nhiều loại viết là (a)(b)",
                    "Joins are not supported; several types are written (a)(b)");
        }
        LayerView view = TypeNames.get(exchange, query.typeNames().get(0));
        List<FeatureFilter> filters = new ArrayList<>();
        for (Condition condition : query.conditions()) {
            filters.add(filter(condition, view));
        }
        return List.of(query(query, view, FeatureFilter.all(filters), standard));
    }

    /** Ids say their types themselves. */
    private List<FeatureQuery> byIds(AdHoc query, SpatialReference standard) {
        Map<String, Set<Long>> byLayer = new LinkedHashMap<>();
        for (Condition condition : query.conditions()) {
            if (condition instanceof Condition.Ids ids) {
                for (String id : ids.ids()) {
                    FeatureId.find(id)
                            .filter(found -> exchange.snapshot()
                                    .catalogue()
                                    .findLayer(found.layer())
                                    .isPresent())
                            .ifPresent(found -> byLayer.computeIfAbsent(found.layer(), key -> new LinkedHashSet<>())
                                    .add(found.fid()));
                }
            }
        }
        return byLayer.entrySet().stream()
                .map(entry ->
                        query(query, exchange.view(entry.getKey()), FeatureFilter.ofFids(entry.getValue()), standard))
                .toList();
    }

    private FeatureQuery query(AdHoc query, LayerView view, FeatureFilter filter, SpatialReference standard) {
        PropertyNames names = new PropertyNames(view);
        PropertyNames.Selection selection = names.select("propertyName", query.propertyNames());
        SpatialReference reference =
                query.srsName().map(name -> reference("srsName", name)).orElse(standard);
        return new FeatureQuery(
                view,
                filter,
                selection.properties(),
                selection.withGeometry(),
                names.sortKeys(query.sortBy()),
                reference);
    }

    private FeatureFilter filter(Condition condition, LayerView view) {
        if (condition instanceof Condition.Box box) {
            return box(box.items())::select;
        } else if (condition instanceof Condition.Ids ids) {
            return FeatureFilter.ofFids(fids(view, ids.ids()));
        } else if (condition instanceof Condition.Filter filter) {
            return fes(filter.xml(), view);
        }
        return cql(((Condition.Cql) condition).text(), view);
    }

    private FeatureFilter fes(String document, LayerView view) {
        SystemReference standard =
                exchange.version() == WfsVersion.V1_0_0 ? SystemReference.CRS84 : SystemReference.WGS84;
        try {
            XmlRequest xml = XmlRequest.part(document, exchange.version());
            return selector(view, names -> FesReader.read(xml.stream(), standard, names));
        } catch (XMLStreamException e) {
            throw RequestException.invalid(
                    "filter", "không phải XML hợp lệ, có không gian tên", "well-formed XML with namespaces is needed");
        } catch (FilterException e) {
            throw refused(code(e), "filter", e);
        }
    }

    private String code(FilterException e) {
        return switch (e.fault()) {
            case UNSUPPORTED -> "OperationProcessingFailed";
            case MALFORMED ->
                exchange.request().getMethod().equals("POST") ? "OperationParsingFailed" : "InvalidParameterValue";
            default -> "InvalidParameterValue";
        };
    }

    private static FeatureFilter cql(String text, LayerView view) {
        try {
            return selector(view, names -> CqlText.parseEcql(text, names));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("this is no XML", e);
        } catch (FilterException e) {
            throw refused("InvalidParameterValue", "cql_filter", e);
        }
    }

    @FunctionalInterface
    private interface Reader {
        vn.ruralmap.layers.filter.Condition read(FilterNames names) throws XMLStreamException;
    }

    /** A private property is as unknown as one that is not there. */
    private static FeatureFilter selector(LayerView view, Reader reader) throws XMLStreamException {
        FilterNames names = FeatureSelector.names(view, "DescribeFeatureType");
        vn.ruralmap.layers.filter.Condition condition = reader.read(names);
        checkIds(condition, view);
        FeatureSelector selector = new FeatureSelector(view, condition);
        return given -> selector.select();
    }

    /** A filter that is ids may only have those of its type (OGC 09-025r2 §7.9.2.4.1). */
    private static void checkIds(vn.ruralmap.layers.filter.Condition condition, LayerView view) {
        if (condition instanceof vn.ruralmap.layers.filter.Condition.Ids ids) {
            String type = view.layer().name();
            ids.ids().stream()
                    .map(ResourceId::layer)
                    .filter(layer -> layer != null && !layer.equals(type))
                    .findAny()
                    .ifPresent(layer -> {
                        throw RequestException.invalid(
                                "RESOURCEID", "có mã không thuộc loại " + type, "an id is not of the type " + type);
                    });
        }
    }

    private static RequestException refused(String code, String parameter, FilterException e) {
        return RequestException.of(
                code,
                parameter,
                "Bộ lọc không dùng được: " + e.reason().vi(),
                "The filter cannot be used: " + e.reason().en());
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

    /**
     * Two corners and perhaps their system; without one it is the types' default. That has latitude first since 1.1.0; numbers that
     * cannot be so are longitude first, as many people write them.
     */
    private BoxQuery box(List<String> items) {
        if (items.size() != 4 && items.size() != 5) {
            throw badBox();
        }
        double[] corners = Parameters.numbers(items.subList(0, 4), FeatureQueries::badBox);
        SpatialReference reference = items.size() == 5
                ? reference("bbox", items.get(4))
                : exchange.version() == WfsVersion.V1_0_0 || Math.abs(corners[0]) > 90 || Math.abs(corners[2]) > 90
                        ? SpatialReference.CRS84
                        : SpatialReference.WGS84;
        if (corners[0] > corners[2] || corners[1] > corners[3]) {
            throw badBox();
        }
        int x = reference.northingFirst() ? 1 : 0;
        return BoxQuery.of(corners[x], corners[1 - x], corners[2 + x], corners[3 - x], reference.system());
    }

    private static RequestException badBox() {
        return RequestException.invalid(
                "bbox",
                "cần bốn số, góc nhỏ trước, và có thể thêm hệ tọa độ",
                "four numbers, the lower corner first, and perhaps a coordinate system");
    }

    /** In 1.0.0 every notation means x, y (OGC 02-058 knows no order of axes). */
    private SpatialReference reference(String parameter, String name) {
        Optional<SpatialReference> found = SpatialReference.find(name);
        if (exchange.version() == WfsVersion.V1_0_0) {
            found = found.map(SpatialReference::eastwardFirst);
        }
        return found.orElseThrow(() -> RequestException.invalid(
                parameter,
                "không có hệ tọa độ '" + name + "'; danh sách ở GetCapabilities",
                "there is no coordinate system '" + name + "'; GetCapabilities lists them"));
    }
}
