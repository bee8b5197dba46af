package vn.ruralmap.layers.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.CqlJson;
import vn.ruralmap.layers.filter.CqlText;
import vn.ruralmap.layers.filter.FilterNames;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.StoreFixture;

/** Every filter of the table, in every language, lets through the features that it should. */
public abstract class FilterTableContract extends StoreFixture {

    private static final Map<String, BiFunction<String, FilterNames, Condition>> LANGUAGES = Map.of(
            "fes",
            FilterTable::readFes,
            "text",
            (text, names) -> CqlText.parseCql2(text, names, SystemReference.CRS84),
            "json",
            (text, names) -> CqlJson.parse(text, names, SystemReference.CRS84),
            "ecql",
            CqlText::parseEcql);

    @TestFactory
    Stream<DynamicTest> everyFilterLetsThroughWhatItSays() {
        publish(FilterTable.changes(catalogue).toArray(Change[]::new));
        LayerView view;
        try (Snapshots snapshots = new Snapshots(store, catalogue, Clock.systemUTC())) {
            view = snapshots.current().view("sites", FilterTable.DATE);
        }
        FilterNames names = FeatureSelector.names(view, "queryables");
        return FilterTable.rows().stream().flatMap(row -> LANGUAGES.entrySet().stream()
                .filter(language -> row.text(language.getKey()) != null)
                .map(language -> DynamicTest.dynamicTest(row.name() + " in " + language.getKey(), () -> {
                    Condition condition = language.getValue().apply(row.text(language.getKey()), names);
                    FeatureSelector selector = new FeatureSelector(view, condition);
                    assertThat(fids(selector.select())).isEqualTo(row.fids());
                    assertThat(fids(view.features().stream().filter(selector).toList()))
                            .as("without the index")
                            .isEqualTo(row.fids());
                })));
    }

    private static List<Long> fids(List<Feature> features) {
        return features.stream().map(Feature::fid).toList();
    }
}
