package vn.ruralmap.server.viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.editing.PrivateReadings;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** {@code /api/search}: features by name without diacritics, or by code. */
@RestController
class SearchController {

    private static final int MAX_QUERY_LENGTH = 100;
    private static final int MAX_RESULTS = 100;
    private static final int DEFAULT_RESULTS = 10;
    /** Today, and the days that a few people look back at. */
    private static final int MAX_INDEXES = 4;

    private final Snapshots snapshots;
    private final Audiences audiences;
    private final PrivateReadings privateReadings;
    private final Map<Period, SearchIndex> indexes = new LinkedHashMap<>();
    /** For what they have folded; the first of readers goes on from the public's. */
    private @Nullable SearchIndex latest;

    private @Nullable SearchIndex latestOfReaders;

    /**
     * Nothing changes from its start to the next change date, so all days in between share an index.
     *
     * @param withPrivate of those who may see private attributes, which nobody else's results come from
     */
    private record Period(long revision, LocalDate start, boolean withPrivate) {}

    SearchController(Snapshots snapshots, Audiences audiences, PrivateReadings privateReadings) {
        this.privateReadings = privateReadings;
        this.snapshots = snapshots;
        this.audiences = audiences;
    }

    /** Folding the texts of a large layer takes seconds, which neither the start nor the first visitor need wait. */
    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        Thread thread =
                new Thread(() -> index(snapshots.current(), snapshots.today(), view -> view), "search-preparer");
        thread.setDaemon(true);
        thread.start();
    }

    /** @param bbox west, south, east, north in degrees */
    record Result(String id, String layer, String title, String subtitle, double[] bbox) {}

    record Answer(List<Result> results) {}

    @GetMapping("/api/search")
    ResponseEntity<Answer> search(HttpServletRequest request, HttpServletResponse response) {
        Parameters parameters = Parameters.of(request);
        String query = parameters.get("q");
        if (query.length() > MAX_QUERY_LENGTH) {
            throw RequestException.invalid(
                    "q", "dài quá " + MAX_QUERY_LENGTH + " ký tự", "longer than " + MAX_QUERY_LENGTH + " characters");
        }
        LocalDate date = LegalDate.of(parameters, snapshots.today());
        int limit = parameters.findInteger("limit", 1, MAX_RESULTS).orElse(DEFAULT_RESULTS);
        String language = parameters.find("lang").orElseGet(parameters::language);
        Snapshot snapshot = snapshots.current();
        List<Result> results = new ArrayList<>();
        response.setHeader("Cache-Control", "no-cache");
        SearchIndex index = index(snapshot, date, view -> audiences.show(view, request, response));
        for (SearchIndex.Hit hit : index.search(query, limit)) {
            privateReadings.feed(request, hit.view(), "search");
            results.add(result(snapshot, hit, language));
        }
        return ResponseEntity.ok().body(new Answer(results));
    }

    /** Synchronised so that a burst of requests after a change makes one index, not one each. */
    private synchronized SearchIndex index(Snapshot snapshot, LocalDate date, UnaryOperator<LayerView> shown) {
        LocalDate start = snapshot.catalogue().layers().stream()
                .map(layer -> snapshot.listChangeDates(layer.name()).floor(date))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        List<LayerView> views = snapshot.catalogue().layers().stream()
                .map(layer -> view(snapshot.view(layer.name(), start), shown))
                .toList();
        boolean withPrivate = views.stream().anyMatch(LayerView::showsPrivate);
        Period period = new Period(snapshot.revision(), start, withPrivate);
        SearchIndex before = withPrivate && latestOfReaders != null ? latestOfReaders : latest;
        SearchIndex known = indexes.remove(period);
        SearchIndex index = known == null ? new SearchIndex(views, before) : known;
        if (withPrivate) {
            latestOfReaders = index;
        } else {
            latest = index;
        }
        indexes.put(period, index);
        indexes.keySet().removeIf(each -> each.revision() < snapshot.revision());
        if (indexes.size() > MAX_INDEXES) {
            indexes.remove(indexes.keySet().iterator().next());
        }
        return index;
    }

    /** Only where something private is searched does it matter who asks. */
    private static LayerView view(LayerView view, UnaryOperator<LayerView> shown) {
        return view.layer().attributes().stream().anyMatch(each -> each.isSearchable() && each.isPrivate())
                ? shown.apply(view)
                : view;
    }

    private static Result result(Snapshot snapshot, SearchIndex.Hit hit, String language) {
        LayerView view = hit.view();
        Feature feature = hit.feature();
        Layer layer = view.layer();
        Envelope box = Objects.requireNonNull(feature.geometry()).getEnvelopeInternal();
        return new Result(
                feature.id(layer),
                layer.name(),
                view.label(feature, language),
                subtitle(snapshot, view, feature, language),
                new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
    }

    /** What tells namesakes apart: the layer, the code, the commune or province it lies in. */
    private static String subtitle(Snapshot snapshot, LayerView view, Feature feature, String language) {
        Stream<@Nullable String> parts = Stream.of(
                view.layer().title().in(language),
                text(view, feature, "code"),
                text(view, feature, "commune_name"),
                province(snapshot, view, feature));
        return String.join(" · ", parts.filter(Objects::nonNull).toList());
    }

    private static @Nullable String text(LayerView view, Feature feature, String property) {
        return view.findProperty(property)
                .map(found -> view.value(feature, found))
                .map(Object::toString)
                .orElse(null);
    }

    private static @Nullable String province(Snapshot snapshot, LayerView view, Feature feature) {
        String code = text(view, feature, "province_code");
        if (code == null || snapshot.catalogue().findLayer("provinces").isEmpty()) {
            return null;
        }
        LayerView provinces = snapshot.view("provinces", feature.validity().from());
        return provinces.features().stream()
                .filter(province -> code.equals(text(provinces, province, "code")))
                .map(province -> text(provinces, province, "name"))
                .findFirst()
                .orElse(null);
    }
}
