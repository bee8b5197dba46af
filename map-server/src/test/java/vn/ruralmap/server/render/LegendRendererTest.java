package vn.ruralmap.server.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.layers.style.StyleReader;

class LegendRendererTest {

    private final LegendRenderer legends = new LegendRenderer(new MapRenderer());

    private static MapStyle shipped(String name) throws IOException {
        try (InputStream stream = LegendRendererTest.class.getResourceAsStream("/catalogue/styles/" + name + ".sld")) {
            return StyleReader.read(name + ".sld", stream, property -> true);
        }
    }

    @Test
    void aLegendListsTheTitledRulesInBothLanguages() throws IOException {
        assertThat(legends.items(shipped("material_zones"), null))
                .hasSize(7)
                .contains(new LegendItem(
                        "suspended", new LocalizedText("Tạm dừng mã số", "Code suspended"), LegendItem.Symbol.AREA));
    }

    @Test
    void rulesOfOneTitleAreOneLine() throws IOException {
        assertThat(legends.items(shipped("districts"), null))
                .extracting(LegendItem::symbol)
                .containsExactly(LegendItem.Symbol.LINE);
    }

    @Test
    void whatIsNotDrawnAtAScaleIsNotInItsLegend() throws IOException {
        assertThat(legends.items(shipped("hamlets"), 10_000_000.0)).isEmpty();
        assertThat(legends.items(shipped("hamlets"), 50_000.0)).hasSize(3);
    }

    @Test
    void everyLevelOfRecognitionHasItsOwnColourAndPattern() throws IOException {
        MapStyle style = shipped("ntm_status");
        assertThat(legends.items(style, null))
                .extracting(item ->
                        legends.swatch(style, item, MapView.STANDARD_DPI).argb(7, 6))
                .doesNotHaveDuplicates();
        // fill, border, what surrounds them, and a pattern, but where nothing is known
        assertThat(legends.items(style, null))
                .filteredOn(item -> !item.rule().equals("unknown"))
                .hasSize(5)
                .allSatisfy(item -> assertThat(ColorTable.of(legends.swatch(style, item, MapView.STANDARD_DPI), 256))
                        .satisfies(table -> assertThat(table.colors()).hasSizeGreaterThan(3)));
    }

    @Test
    void aLegendGrowsWithTheDensity() throws IOException {
        MapStyle style = shipped("ntm_status");
        RenderedMap usual = legends.draw(style, "vi", LegendOptions.STANDARD);
        RenderedMap dense = legends.draw(style, "vi", new LegendOptions(null, 2 * MapView.STANDARD_DPI, null));
        assertThat(usual.heightPx()).isEqualTo(legends.items(style, null).size() * 24);
        assertThat(dense.heightPx()).isEqualTo(2 * usual.heightPx());
        assertThat(dense.widthPx()).isBetween(2 * usual.widthPx() - 4, 2 * usual.widthPx() + 4);
    }
}
