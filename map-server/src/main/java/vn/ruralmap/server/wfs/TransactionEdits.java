package vn.ruralmap.server.wfs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.FesElement;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.filter.FilterException;
import vn.ruralmap.layers.filter.ResourceId;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.query.FeatureSelector;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.editing.Draft;
import vn.ruralmap.server.editing.Edit;
import vn.ruralmap.server.editing.Editing;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.TransactionRequest.Action;
import vn.ruralmap.server.wfs.TransactionRequest.FeatureElement;

/** What the actions of a transaction mean: which features of which layer, as they are before it. */
final class TransactionEdits {

    private final WfsExchange exchange;
    private final Editing editing;
    private final List<Step> steps = new ArrayList<>();

    /** One edit, and the action that it is of. */
    record Step(Edit edit, Action action) {}

    TransactionEdits(WfsExchange exchange, Editing editing) {
        this.exchange = exchange;
        this.editing = editing;
    }

    List<Step> of(TransactionRequest request) {
        for (Action action : request.actions()) {
            if (action instanceof TransactionRequest.Insert insert) {
                for (FeatureElement feature : insert.features()) {
                    Layer layer = layer(feature.type(), action);
                    steps.add(new Step(new Edit.Insert(layer.name(), draft(layer, feature.draft())), action));
                }
            } else if (action instanceof TransactionRequest.Update update) {
                Layer layer = layer(update.type(), action);
                Draft draft = update.draft();
                for (long fid : fids(layer, update.filter(), action)) {
                    steps.add(new Step(new Edit.Update(layer.name(), fid, null, draft), action));
                }
            } else if (action instanceof TransactionRequest.Replace replace) {
                replace(replace);
            } else if (action instanceof TransactionRequest.Delete delete) {
                Layer layer = layer(delete.type(), action);
                for (long fid : fids(layer, delete.filter(), action)) {
                    steps.add(new Step(new Edit.Delete(layer.name(), fid, null), action));
                }
            }
        }
        return steps;
    }

    /** One feature takes the place of one (OGC 09-025r2 §15.2.6). */
    private void replace(TransactionRequest.Replace replace) {
        Layer layer = layer(replace.feature().type(), replace);
        List<Long> fids = fids(layer, replace.filter(), replace);
        if (fids.size() > 1) {
            throw invalidValue(
                    replace,
                    "Filter",
                    "bộ lọc của Replace phải chỉ đúng một đối tượng",
                    "the filter of a Replace must point to one feature");
        }
        for (long fid : fids) {
            steps.add(new Step(
                    new Edit.Replace(
                            layer.name(),
                            fid,
                            null,
                            draft(layer, replace.feature().draft())),
                    replace));
        }
    }

    private Layer layer(String type, Action action) {
        return exchange.snapshot()
                .catalogue()
                .findLayer(type)
                .orElseThrow(() -> invalidValue(
                        action,
                        "typeName",
                        "không có loại đối tượng này; danh sách ở GetCapabilities",
                        "there is no such feature type; GetCapabilities lists them"));
    }

    /** Properties of GML itself that a layer has no attribute for are left out: clients copy them from other servers. */
    private static Draft draft(Layer layer, Draft draft) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        draft.properties().forEach((name, value) -> {
            if (!name.startsWith("gml_") || layer.indexOf(name) >= 0) {
                properties.put(name, value);
            }
        });
        return new Draft(properties, draft.hasGeometry(), draft.geometry());
    }

    /** What a filter points to, in force on the date; ids also of what was deleted since, which is a conflict and not nothing. */
    private List<Long> fids(Layer layer, @Nullable FesElement filter, Action action) {
        if (filter == null) {
            // it would mean all features of the layer, which nobody who draws a map means
            throw RequestException.of(
                    "MissingParameterValue",
                    action.handle().orElse("Filter"),
                    "Thiếu Filter: hãy nêu đối tượng cần sửa",
                    "The Filter is missing: say which features are meant");
        }
        LayerView view = exchange.view(layer.name());
        try {
            Condition condition = FesReader.read(filter, FeatureSelector.names(view, "DescribeFeatureType"));
            TreeSet<Long> fids = new TreeSet<>();
            for (Feature feature : new FeatureSelector(view, condition).select()) {
                fids.add(feature.fid());
            }
            if (condition instanceof Condition.Ids ids) {
                ids.ids().stream()
                        .filter(id -> id.layer() == null || id.layer().equals(layer.name()))
                        .map(ResourceId::fid)
                        .filter(fid -> !fids.contains(fid) && editing.wasDeleted(layer.name(), fid))
                        .forEach(fids::add);
            }
            return List.copyOf(fids);
        } catch (FilterException e) {
            throw invalidValue(action, "Filter", e.reason().vi(), e.reason().en());
        }
    }

    private static RequestException invalidValue(Action action, String locator, String vi, String en) {
        Optional<String> handle = action.handle();
        return RequestException.of("InvalidValue", handle.orElse(locator), vi, en);
    }
}
