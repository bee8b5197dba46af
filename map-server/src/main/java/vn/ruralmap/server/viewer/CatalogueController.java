package vn.ruralmap.server.viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.catalogue.Catalogue.BackgroundLabel;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.CodeEntry;
import vn.ruralmap.layers.model.GeometryKind;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.formats.FileFormats;
import vn.ruralmap.server.support.EntityTag;

/** {@code /api/catalogue}: what the viewer needs to know before it draws; {@code /api/revision}: whether that changed. */
@RestController
class CatalogueController {

    /** The mainland of Viet Nam, shown while there are no data: west, south, east, north in degrees. */
    private static final double[] COUNTRY = {102.1, 8.4, 109.5, 23.4};

    private final Snapshots snapshots;
    private final FileFormats formats;
    private final Audiences audiences;

    CatalogueController(Snapshots snapshots, FileFormats formats, Audiences audiences) {
        this.audiences = audiences;
        this.snapshots = snapshots;
        this.formats = formats;
    }

    /** @param dates days on which something begins or ends, in order */
    record CatalogueAnswer(
            LocalizedText title,
            LocalizedText description,
            @Nullable LocalizedText notice,
            Contact contact,
            long revision,
            LocalDate today,
            List<LocalDate> dates,
            double[] bounds,
            List<BackgroundLabel> labels,
            List<LayerAnswer> layers) {}

    record Contact(String organisation, String email) {}

    /** @param derived true: its features are those of another layer, which has their history */
    record LayerAnswer(
            String name,
            LocalizedText title,
            LocalizedText description,
            List<String> geometry,
            boolean derived,
            boolean visible,
            boolean featured,
            boolean searchable,
            String label,
            List<StyleAnswer> styles,
            List<PropertyAnswer> attributes,
            List<FormatAnswer> downloads) {}

    /** A format of {@code /download/LAYER.NAME}. */
    record FormatAnswer(String name, LocalizedText title) {}

    /** A style to draw the layer in; the first is the default one. */
    record StyleAnswer(String name, LocalizedText title) {}

    /**
     * @param references the layer that a reference points to, else null
     * @param isPrivate true if it is shown to those alone who may see private attributes
     */
    record PropertyAnswer(
            String name,
            LocalizedText title,
            String type,
            List<CodeAnswer> codes,
            @Nullable String references,
            boolean isPrivate) {}

    record CodeAnswer(String code, LocalizedText title) {}

    @GetMapping("/api/revision")
    ResponseEntity<Map<String, Long>> revision() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of("revision", snapshots.current().revision()));
    }

    @GetMapping("/api/catalogue")
    ResponseEntity<CatalogueAnswer> catalogue(HttpServletRequest request, HttpServletResponse response) {
        Snapshot snapshot = snapshots.current();
        LocalDate today = snapshots.today();
        List<LayerView> views = snapshot.catalogue().layers().stream()
                .map(layer -> audiences.show(snapshot.view(layer.name(), today), request, response))
                .toList();
        if (EntityTag.isFresh(request, response, snapshot.revision() + "/" + today)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        ServiceDescription service = snapshot.catalogue().service();
        TreeSet<LocalDate> dates = new TreeSet<>();
        List<LayerAnswer> layers = new ArrayList<>();
        for (LayerView view : views) {
            dates.addAll(snapshot.listChangeDates(view.layer().name()));
            layers.add(answer(snapshot, view.layer(), view));
        }
        return ResponseEntity.ok()
                .body(new CatalogueAnswer(
                        service.title(),
                        service.description(),
                        snapshot.isIllustrative() ? service.illustrative() : null,
                        new Contact(service.organisation(), service.email()),
                        snapshot.revision(),
                        today,
                        List.copyOf(dates),
                        bounds(snapshot.bounds(today)),
                        service.labels(),
                        layers));
    }

    private static double[] bounds(Envelope box) {
        return box.isNull() ? COUNTRY : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    private LayerAnswer answer(Snapshot snapshot, Layer layer, LayerView view) {
        Layer.Derivation derivation = layer.derivation();
        Layer drawn = derivation == null ? layer : snapshot.layer(derivation.source());
        return new LayerAnswer(
                layer.name(),
                layer.title(),
                layer.description(),
                drawn.geometryKinds().stream()
                        .map(CatalogueController::name)
                        .sorted()
                        .toList(),
                layer.isDerived(),
                layer.presentation().visible(),
                snapshot.catalogue().service().featured().contains(layer.name()),
                LayerTexts.isSearched(view),
                layer.presentation().label(),
                snapshot.catalogue().styles(layer).entrySet().stream()
                        .map(style ->
                                new StyleAnswer(style.getKey(), style.getValue().title()))
                        .toList(),
                view.properties().stream().map(CatalogueController::answer).toList(),
                formats.list(layer).stream()
                        .map(format -> new FormatAnswer(format.name(), format.title()))
                        .toList());
    }

    private static PropertyAnswer answer(Property property) {
        Attribute attribute = property.attribute();
        boolean own = attribute != null && property.origin() == Property.Origin.ATTRIBUTE;
        Map<String, CodeAnswer> codes = new LinkedHashMap<>();
        if (own && attribute != null) {
            for (CodeEntry entry : attribute.codes()) {
                codes.put(entry.code(), new CodeAnswer(entry.code(), entry.title()));
            }
        }
        return new PropertyAnswer(
                property.name(),
                property.title(),
                property.type().name().toLowerCase(Locale.ROOT),
                List.copyOf(codes.values()),
                own && attribute != null ? attribute.references() : null,
                property.isPrivate());
    }

    private static String name(GeometryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
