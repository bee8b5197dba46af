package vn.ruralmap.server.wms;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.SldDocument;
import vn.ruralmap.layers.style.StyleException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * Reads which layers a request wants in which styles: LAYERS and STYLES (OGC 06-042 §7.3.3.3), SLD_BODY (OGC 05-078r4
 * §8), and the filters that go with them.
 */
final class LayerSelection {

    static final int MAX_LAYERS = 50;

    private final Parameters parameters;
    private final Snapshot snapshot;
    private final LocalDate date;
    private final LayerNames names;
    private final @Nullable SldDocument sld;

    private LayerSelection(Parameters parameters, Snapshot snapshot, LocalDate date) {
        this.parameters = parameters;
        this.snapshot = snapshot;
        this.date = date;
        this.names = new LayerNames(snapshot.catalogue());
        this.sld = readSld(parameters, names, snapshot).orElse(null);
    }

    /** @return bottom first, at a date. @throws RequestException with the code that the standard prescribes */
    static List<StyledLayer> read(Parameters parameters, Snapshot snapshot, LocalDate date) {
        LayerSelection selection = new LayerSelection(parameters, snapshot, date);
        SldDocument document = selection.sld;
        List<StyledLayer> layers = document != null && parameters.find("layers").isEmpty()
                ? selection.literal(document)
                : selection.named();
        if (layers.size() > MAX_LAYERS) {
            throw RequestException.invalid(
                    "LAYERS", "nhiều nhất " + MAX_LAYERS + " lớp", "at most " + MAX_LAYERS + " layers");
        }
        return layers;
    }

    /** The document that a request brings along. It may be a stranger's: nothing in it is fetched. */
    static Optional<SldDocument> readSld(Parameters parameters, LayerNames names, Snapshot snapshot) {
        if (parameters.find("sld").isPresent()) {
            throw RequestException.invalid(
                    "SLD",
                    "máy chủ không tải tệp từ nơi khác; hãy gửi nội dung bằng SLD_BODY, bằng POST nếu dài",
                    "the server fetches no files from elsewhere; send the text as SLD_BODY, by POST if it is long");
        }
        return parameters.find("sld_body").map(body -> {
            try {
                return SldDocument.read(
                        body.getBytes(StandardCharsets.UTF_8),
                        layer -> names.publicProperties(names.get(layer, "SLD_BODY")),
                        snapshot.catalogue()::findSymbol);
            } catch (StyleException e) {
                throw RequestException.invalid(
                        "SLD_BODY",
                        "dòng " + e.line() + ": " + e.reason().vi(),
                        "line " + e.line() + ": " + e.reason().en());
            }
        });
    }

    /** Without LAYERS the document is the map. */
    private List<StyledLayer> literal(SldDocument document) {
        List<StyledLayer> layers = new ArrayList<>();
        LayerFilters filters = LayerFilters.read(parameters, document.layers().size());
        for (int i = 0; i < document.layers().size(); i++) {
            SldDocument.NamedLayer named = document.layers().get(i);
            Layer layer = names.get(named.name(), "SLD_BODY");
            List<MapStyle> styles = named.styles().isEmpty()
                    ? List.of(snapshot.catalogue().style(layer))
                    : named.styles().stream()
                            .map(choice -> style(layer, choice))
                            .toList();
            for (MapStyle style : styles) {
                layers.add(styled(named.name(), layer, style, named.constraint(), filters, i));
            }
        }
        return layers;
    }

    private MapStyle style(Layer layer, SldDocument.Choice choice) {
        return choice.given() == null ? names.style(layer, choice.name(), "SLD_BODY") : choice.given();
    }

    private List<StyledLayer> named() {
        parameters.get("layers");
        List<String> asked = parameters.list("layers");
        List<String> styles = parameters.list("styles");
        if (asked.size() > MAX_LAYERS) {
            throw RequestException.invalid(
                    "LAYERS", "nhiều nhất " + MAX_LAYERS + " lớp", "at most " + MAX_LAYERS + " layers");
        }
        if (!styles.isEmpty() && styles.size() != asked.size()) {
            throw RequestException.of(
                    "StyleNotDefined",
                    "STYLES",
                    "STYLES phải rỗng hoặc có " + asked.size() + " mục như LAYERS",
                    "STYLES must be empty or have " + asked.size() + " items, as LAYERS has");
        }
        List<StyledLayer> layers = new ArrayList<>();
        LayerFilters filters = LayerFilters.read(parameters, asked.size());
        for (int i = 0; i < asked.size(); i++) {
            add(asked.get(i), styles.isEmpty() ? "" : styles.get(i), filters, i, layers);
        }
        return layers;
    }

    private void add(String name, String style, LayerFilters filters, int index, List<StyledLayer> layers) {
        List<Layer> members = names.list(name, "LAYERS");
        if (members.size() > 1 && !style.isEmpty() && !style.equals("default")) {
            throw RequestException.of(
                    "StyleNotDefined",
                    "STYLES",
                    "Nhóm lớp chỉ có kiểu mặc định; hãy nêu tên từng lớp",
                    "a group has its default style only; name its layers");
        }
        for (Layer layer : members) {
            SldDocument.NamedLayer given = given(layer);
            layers.add(styled(
                    name,
                    layer,
                    given == null ? names.style(layer, style, "STYLES") : style(layer, style, given),
                    given == null ? null : given.constraint(),
                    filters,
                    index));
        }
    }

    private SldDocument.@Nullable NamedLayer given(Layer layer) {
        return sld == null
                ? null
                : sld.layers().stream()
                        .filter(each -> LayerNames.bare(each.name()).equals(layer.name()))
                        .findFirst()
                        .orElse(null);
    }

    /** With LAYERS the document is a library of styles, whose names go before the server's. */
    private MapStyle style(Layer layer, String name, SldDocument.NamedLayer given) {
        List<SldDocument.Choice> choices = given.styles();
        Optional<SldDocument.Choice> choice = choices.stream()
                .filter(each -> !name.isEmpty() && each.name().equals(name))
                .findFirst();
        if (choice.isEmpty() && (name.isEmpty() || name.equals("default"))) {
            choice = choices.stream()
                    .filter(SldDocument.Choice::isDefault)
                    .findFirst()
                    .or(() -> choices.stream().findFirst());
        }
        return choice.map(each -> style(layer, each)).orElseGet(() -> names.style(layer, name, "STYLES"));
    }

    private StyledLayer styled(
            String name, Layer layer, MapStyle style, @Nullable Condition constraint, LayerFilters filters, int index) {
        LayerView view = snapshot.view(layer.name(), date);
        Condition all =
                filters.find(index, view).map(asked -> asked.and(constraint)).orElse(constraint);
        return new StyledLayer(name, view, style, all);
    }
}
