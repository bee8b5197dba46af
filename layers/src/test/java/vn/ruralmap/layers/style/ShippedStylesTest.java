package vn.ruralmap.layers.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.style.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.catalogue.CatalogueReader;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.model.Property;

class ShippedStylesTest {

    private static final Catalogue CATALOGUE = CatalogueReader.readDefault();

    private static Stream<Arguments> styles() {
        return CATALOGUE.layers().stream()
                .flatMap(layer -> CATALOGUE.styles(layer).keySet().stream().map(style -> Arguments.of(layer, style)));
    }

    private static MapStyle read(Layer layer, String style) {
        return CATALOGUE.findStyle(layer, style).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void noStyleShowsAnythingPrivate(Layer layer, String style) {
        Set<String> open = Property.list(layer, CATALOGUE::getLayer).stream()
                .filter(property -> !property.isPrivate())
                .map(Property::name)
                .collect(Collectors.toSet());
        assertThat(open).containsAll(read(layer, style).properties());
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyLegendSpeaksBothLanguages(Layer layer, String style) {
        List<LocalizedText> titles = rules(layer, style)
                .map(MapStyle::titleOf)
                .filter(title -> !title.vi().isEmpty())
                .toList();
        assertThat(titles).isNotEmpty().allSatisfy(title -> assertThat(title.en())
                .isNotEqualTo(title.vi()));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyValueAStyleTellsApartIsInTheCodeList(Layer layer, String style) {
        rules(layer, style)
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

    /** QGIS reads one layer with one style, in SE with a name space of its own, and asks for a title in every rule or its name. */
    @ParameterizedTest
    @MethodSource("styles")
    void everyFileIsWhatADesktopProgramLoads(Layer layer, String style) {
        String sld = new String(read(layer, style).source(), StandardCharsets.UTF_8);

        assertThat(sld)
                .contains("<StyledLayerDescriptor version=\"1.1.0\"", "xmlns:se=\"http://www.opengis.net/se\"")
                .containsOnlyOnce("<NamedLayer>")
                .containsOnlyOnce("<UserStyle>")
                .containsPattern("<NamedLayer>\\s*<se:Name>" + layer.name() + "</se:Name>");
        assertThat(rules(layer, style))
                .allSatisfy(rule -> assertThat(rule.getName()).isNotBlank());
    }

    @Test
    void everyStyleIsCalledAsItsFileAndHasATitleOfItsOwn() {
        for (Layer layer : CATALOGUE.layers()) {
            CATALOGUE.styles(layer).forEach((name, style) -> assertThat(style.name())
                    .as("the file of " + name)
                    .isEqualTo(name));
            assertThat(CATALOGUE.styles(layer).values())
                    .extracting(MapStyle::title)
                    .doesNotHaveDuplicates();
        }
    }

    private static Stream<Rule> rules(Layer layer, String style) {
        return read(layer, style).style().featureTypeStyles().stream().flatMap(pass -> pass.rules().stream());
    }
}
