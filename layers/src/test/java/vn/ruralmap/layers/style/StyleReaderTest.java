package vn.ruralmap.layers.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Rule;
import org.geotools.api.style.TextSymbolizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.model.LocalizedText;

class StyleReaderTest {

    private static final Set<String> PROPERTIES = Set.of("name", "kind", "population");

    private static MapStyle read(String xml) {
        return StyleReader.read("test.sld", xml.getBytes(StandardCharsets.UTF_8), PROPERTIES::contains);
    }

    private static MapStyle readRule(String rule) {
        return read("<FeatureTypeStyle>\n<Rule>\n" + rule + "\n</Rule>\n</FeatureTypeStyle>");
    }

    private static Rule onlyRule(MapStyle style) {
        assertThat(style.style().featureTypeStyles()).hasSize(1);
        FeatureTypeStyle pass = style.style().featureTypeStyles().get(0);
        assertThat(pass.rules()).hasSize(1);
        return pass.rules().get(0);
    }

    @Test
    void sldOneDotZeroIsRead() {
        MapStyle style = read("""
                <sld:StyledLayerDescriptor version="1.0.0" xmlns:sld="http://www.opengis.net/sld"
                    xmlns:ogc="http://www.opengis.net/ogc">
                  <sld:NamedLayer><sld:Name>x</sld:Name><sld:UserStyle>
                    <sld:Name>communes</sld:Name><sld:Title>Xã</sld:Title>
                    <sld:FeatureTypeStyle><sld:Rule>
                      <sld:Title>Đông dân</sld:Title>
                      <ogc:Filter><ogc:And>
                        <ogc:PropertyIsEqualTo>
                          <ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>xã</ogc:Literal>
                        </ogc:PropertyIsEqualTo>
                        <ogc:PropertyIsBetween><ogc:PropertyName>population</ogc:PropertyName>
                          <ogc:LowerBoundary><ogc:Literal>1000</ogc:Literal></ogc:LowerBoundary>
                          <ogc:UpperBoundary><ogc:Literal>20000</ogc:Literal></ogc:UpperBoundary>
                        </ogc:PropertyIsBetween>
                      </ogc:And></ogc:Filter>
                      <sld:MinScaleDenominator>1000</sld:MinScaleDenominator>
                      <sld:MaxScaleDenominator>5e5</sld:MaxScaleDenominator>
                      <sld:PolygonSymbolizer><sld:Fill><sld:CssParameter name="fill">#A0B0C0</sld:CssParameter>
                        <sld:CssParameter name="fill-opacity"><ogc:Literal>0.5</ogc:Literal></sld:CssParameter>
                      </sld:Fill></sld:PolygonSymbolizer>
                    </sld:Rule></sld:FeatureTypeStyle>
                  </sld:UserStyle></sld:NamedLayer>
                </sld:StyledLayerDescriptor>
                """);
        Rule rule = onlyRule(style);
        assertThat(style.name()).isEqualTo("communes");
        assertThat(style.title().vi()).isEqualTo("Xã");
        assertThat(style.properties()).containsExactly("kind", "population");
        assertThat(MapStyle.titleOf(rule)).isEqualTo(LocalizedText.same("Đông dân"));
        assertThat(MapStyle.conditionOf(rule)).containsInstanceOf(Condition.And.class);
        assertThat(rule.getMinScaleDenominator()).isEqualTo(1000);
        assertThat(rule.getMaxScaleDenominator()).isEqualTo(500_000);
        assertThat(rule.symbolizers().get(0))
                .asInstanceOf(type(PolygonSymbolizer.class))
                .satisfies(polygon -> {
                    assertThat(polygon.getFill().getColor()).hasToString("#A0B0C0");
                    assertThat(polygon.getFill().getOpacity().evaluate(null, Double.class))
                            .isEqualTo(0.5);
                    assertThat(polygon.getStroke()).isNull();
                });
    }

    @Test
    void symbologyEncodingWithTitlesInTwoLanguagesIsRead() {
        MapStyle style = read("""
                <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld"
                    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
                  <NamedLayer><se:Name>hamlets</se:Name><UserStyle>
                    <se:Description><se:Title>Ấp</se:Title><se:Title xml:lang="en">Hamlets</se:Title></se:Description>
                    <se:FeatureTypeStyle><se:Rule>
                      <se:Description><se:Title>Ấp</se:Title><se:Title xml:lang="en">Hamlet</se:Title></se:Description>
                      <se:TextSymbolizer>
                        <se:Label><ogc:PropertyName>name</ogc:PropertyName> (<ogc:PropertyName>kind</ogc:PropertyName>)</se:Label>
                        <se:Font><se:SvgParameter name="font-size">11</se:SvgParameter></se:Font>
                        <se:VendorOption name="autoWrap">80</se:VendorOption>
                        <se:VendorOption name="underlineText">true</se:VendorOption>
                      </se:TextSymbolizer>
                    </se:Rule></se:FeatureTypeStyle>
                  </UserStyle></NamedLayer>
                </StyledLayerDescriptor>
                """);
        assertThat(style.title()).isEqualTo(new LocalizedText("Ấp", "Hamlets"));
        assertThat(MapStyle.titleOf(onlyRule(style))).isEqualTo(new LocalizedText("Ấp", "Hamlet"));
        assertThat(style.properties()).containsExactly("kind", "name");
        assertThat(onlyRule(style).symbolizers().get(0))
                .asInstanceOf(type(TextSymbolizer.class))
                .satisfies(text -> {
                    assertThat(text.getFont().getSize().evaluate(null, Double.class))
                            .isEqualTo(11);
                    assertThat(text.getOptions()).containsOnlyKeys("autoWrap");
                });
    }

    @Test
    void hatchesAreReadAsGraphicFills() {
        Rule rule = onlyRule(readRule("""
                        <PolygonSymbolizer><Fill><GraphicFill><Graphic>
                          <Mark><WellKnownName>shape://slash</WellKnownName>
                            <Stroke><SvgParameter name="stroke">#112233</SvgParameter></Stroke></Mark>
                          <Size>8</Size>
                        </Graphic></GraphicFill></Fill></PolygonSymbolizer>
                        """));
        assertThat(rule.symbolizers().get(0))
                .asInstanceOf(type(PolygonSymbolizer.class))
                .satisfies(polygon -> {
                    Mark mark = (Mark) polygon.getFill()
                            .getGraphicFill()
                            .graphicalSymbols()
                            .get(0);
                    assertThat(mark.getWellKnownName()).hasToString("shape://slash");
                });
    }

    @Test
    void theFileIsKeptByteForByte() {
        String xml = "<FeatureTypeStyle><Rule/></FeatureTypeStyle><!-- của tỉnh -->";
        assertThat(new String(read(xml).source(), StandardCharsets.UTF_8)).isEqualTo(xml);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><UserStyle><Title>&e;</Title></UserStyle>",
                "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><FeatureTypeStyle><Rule/></FeatureTypeStyle>",
                "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><UserStyle><Title>&b;</Title></UserStyle>"
            })
    void documentTypesAndEntitiesAreRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOfSatisfying(StyleException.class, refusal -> {
            assertThat(refusal.line()).isEqualTo(1);
            assertThat(refusal.reason().en()).contains("DOCTYPE");
        });
    }

    @Test
    void aBottomlessDocumentIsRefused() {
        assertThatThrownBy(() -> read("<Filter>".repeat(5000)))
                .isInstanceOf(StyleException.class)
                .hasMessageContaining("too deep");
    }

    @Test
    void anUnknownPropertyIsRefusedWithItsLine() {
        assertThatThrownBy(() -> readRule(
                        "<TextSymbolizer>\n<Label><PropertyName>phone</PropertyName></Label>\n" + "</TextSymbolizer>"))
                .isInstanceOfSatisfying(StyleException.class, refusal -> {
                    assertThat(refusal.file()).isEqualTo("test.sld");
                    assertThat(refusal.line()).isEqualTo(4);
                    assertThat(refusal.reason().vi()).contains("thuộc tính mà lớp không có");
                    assertThat(refusal).hasMessageContaining("test.sld:4: ");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<PropertyName>exec(java.lang.Runtime.getRuntime(),'id')</PropertyName>|only simple names",
                "<PropertyName>//name</PropertyName>|only simple names",
                "<Function name=\"exec\"><Literal>a</Literal></Function>|there is no such function",
            })
    void whatCouldRunCodeIsRefused(String expression, String reason) {
        assertThatThrownBy(() -> readRule("<Filter><PropertyIsNull>" + expression + "</PropertyIsNull></Filter>"))
                .isInstanceOf(StyleException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<RasterSymbolizer/>|not supported",
                "<PolygonSymbolizer uom=\"http://www.opengeospatial.org/se/units/metre\"/>|only pixels",
                "<PolygonSymbolizer><Fill><SvgParameter name=\"fill\">red</SvgParameter></Fill></PolygonSymbolizer>"
                        + "|#RRGGBB",
                "<LineSymbolizer><Stroke><SvgParameter name=\"stroke-width\">1e9</SvgParameter></Stroke>"
                        + "</LineSymbolizer>|not between",
                "<LineSymbolizer><Stroke><SvgParameter name=\"stroke-dasharray\">0 0.001</SvgParameter></Stroke>"
                        + "</LineSymbolizer>|dashes",
                "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource href='http://a/b.svg'/></ExternalGraphic></Graphic></PointSymbolizer>|only SVG pictures of the catalogue",
                "<PointSymbolizer><Graphic><Mark><WellKnownName>ttf://x</WellKnownName></Mark></Graphic>"
                        + "</PointSymbolizer>|there is no mark",
                "<Filter><BBOX/></Filter>|not supported",
                "<MinScaleDenominator>10</MinScaleDenominator><MaxScaleDenominator>5</MaxScaleDenominator>|less than"
            })
    void whatCannotBeDrawnIsRefusedRatherThanLeftOut(String content, String reason) {
        assertThatThrownBy(() -> readRule(content))
                .isInstanceOf(StyleException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void extensionsOfOtherProgramsAreLeftOut() {
        MapStyle style =
                readRule("<q:extra xmlns:q=\"http://qgis.org\"><q:Rule><RasterSymbolizer/></q:Rule></q:extra>");
        assertThat(onlyRule(style).symbolizers()).isEmpty();
    }
}
