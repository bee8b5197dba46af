package vn.ruralmap.layers.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SldDocumentTest {

    private static final String RULE = "<Rule><PolygonSymbolizer><Fill/></PolygonSymbolizer></Rule>";

    private static SldDocument read(String layers) {
        String xml = "<StyledLayerDescriptor version='1.0.0' xmlns:xlink='http://www.w3.org/1999/xlink'>" + layers
                + "</StyledLayerDescriptor>";
        return SldDocument.read(
                xml.getBytes(StandardCharsets.UTF_8),
                layer -> "name"::equals,
                name -> Optional.of(svg("<path d='M0 0'/>")));
    }

    private static byte[] svg(String content) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'>" + content + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void layersStylesAndConstraintsAreRead() {
        SldDocument document = read("""
                <NamedLayer><Name>communes</Name>
                  <LayerFeatureConstraints><FeatureTypeConstraint><Filter><PropertyIsEqualTo>
                    <PropertyName>name</PropertyName><Literal>Kế Sách</Literal>
                  </PropertyIsEqualTo></Filter></FeatureTypeConstraint></LayerFeatureConstraints>
                  <UserStyle><Name>red</Name><IsDefault>1</IsDefault><FeatureTypeStyle>%s</FeatureTypeStyle></UserStyle>
                </NamedLayer>
                <NamedLayer><Name>hamlets</Name><NamedStyle><Name>dots</Name></NamedStyle></NamedLayer>
                """.formatted(RULE));

        SldDocument.NamedLayer communes = document.find("communes").orElseThrow();
        assertThat(communes.constraint()).isNotNull();
        assertThat(communes.constraint().properties()).containsExactly("name");
        assertThat(communes.styles()).singleElement().satisfies(style -> {
            assertThat(style.name()).isEqualTo("red");
            assertThat(style.isDefault()).isTrue();
            assertThat(style.given()).isNotNull();
        });
        assertThat(document.find("hamlets").orElseThrow().styles())
                .containsExactly(new SldDocument.Choice("dots", false, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<UserLayer><Name>x</Name><RemoteOWS/></UserLayer>",
                "<NamedLayer/>",
                "<NamedLayer><Name>x</Name><UserStyle/></NamedLayer>",
                "<NamedLayer><Name>x</Name><RemoteOWS/></NamedLayer>"
            })
    void whatIsNoStyleOfALayerHereIsRefused(String layers) {
        assertThatThrownBy(() -> read(layers)).isInstanceOf(StyleException.class);
    }

    @Test
    void moreThanCanBeDrawnInTimeIsRefused() {
        String pass = "<FeatureTypeStyle>" + RULE.repeat(63) + "</FeatureTypeStyle>";
        assertThatThrownBy(() ->
                        read("<NamedLayer><Name>x</Name><UserStyle>" + pass.repeat(4) + "</UserStyle></NamedLayer>"))
                .hasMessageContaining("at most 250 symbolizers");
        assertThatThrownBy(() -> read(" ".repeat(300_000))).hasMessageContaining("256 KB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>1</script>",
                "<image href='a.png'/>",
                "<use href='#a'/>",
                "<text>a</text>",
                "<style>path{}</style>",
                "<path onclick='a()'/>",
                "<path style='fill:url( http://a/b )'/>",
                "<path fill='url(\"other.svg#a\")'/>",
                "<linearGradient xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='http://a/b#c'/>",
                "<foreignObject/>",
                "<x:path xmlns:x='urn:other'/>",
                "<path"
            })
    void aPictureThatIsMoreThanADrawingIsRefused(String content) {
        assertThat(SvgCheck.problem(svg(content))).isPresent();
    }

    @Test
    void aPictureOfShapesAndGradientsIsDrawn() {
        assertThat(SvgCheck.problem(svg("<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs>"
                        + "<g transform='scale(2)'><path d='M0 0h3v3z' fill='url(#a)'/><circle r='2'/></g>")))
                .isEmpty();
        assertThat(SvgCheck.problem("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'/>"
                        .getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
