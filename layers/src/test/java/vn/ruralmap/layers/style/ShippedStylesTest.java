package vn.ruralmap.layers.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.style.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;

class ShippedStylesTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    private static Stream<Layer> layers() {
        return CATALOGUE.layers().stream();
    }

    private static MapStyle read(Layer layer) {
        return CATALOGUE.style(layer);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void noStyleShowsAnythingPrivate(Layer layer) {
        Set<String> open = Property.list(layer, CATALOGUE::getLayer).stream()
                .filter(property -> !property.isPrivate())
                .map(Property::name)
                .collect(Collectors.toSet());
        assertThat(open).containsAll(read(layer).properties());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLegendSpeaksBothLanguages(Layer layer) {
        List<LocalizedText> titles = rules(layer)
                .map(MapStyle::titleOf)
                .filter(title -> !title.vi().isEmpty())
                .toList();
        assertThat(titles).isNotEmpty().allSatisfy(title -> assertThat(title.en())
                .isNotEqualTo(title.vi()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyValueAStyleTellsApartIsInTheCodeList(Layer layer) {
        rules(layer)
                .map(Rule::getFilter)
                .filter(PropertyIsEqualTo.class::isInstance)
                .map(PropertyIsEqualTo.class::cast)
                .forEach(filter -> {
                    Attribute attribute = layer.findAttribute(
                                    filter.getExpression1().toString())
                            .orElseThrow();
                    if (!attribute.codes().isEmpty()) {
                        assertThat(attribute.findCode(filter.getExpression2().toString()))
                                .as(filter.toString())
                                .isPresent();
                    }
                });
    }

    private static Stream<Rule> rules(Layer layer) {
        return read(layer).style().featureTypeStyles().stream().flatMap(pass -> pass.rules().stream());
    }
}
