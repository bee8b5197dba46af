<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>districts</se:Name>
    <UserStyle>
      <se:Name>districts</se:Name>
      <se:Description>
        <se:Title>Huyện, quận (đến 30/6/2025)</se:Title>
        <se:Title xml:lang="en">Districts (until 30 June 2025)</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>border-far</se:Name>
          <se:Description>
            <se:Title>Ranh giới huyện</se:Title>
            <se:Title xml:lang="en">District border</se:Title>
          </se:Description>
          <se:MinScaleDenominator>1146555</se:MinScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#8F7FA3</se:SvgParameter>
              <se:SvgParameter name="stroke-width">0.8</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
              <se:SvgParameter name="stroke-dasharray">5 2</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>border-near</se:Name>
          <se:Description>
            <se:Title>Ranh giới huyện</se:Title>
            <se:Title xml:lang="en">District border</se:Title>
          </se:Description>
          <se:MaxScaleDenominator>1146555</se:MaxScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#84729B</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1.5</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
              <se:SvgParameter name="stroke-dasharray">9 3 2 3</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>name</se:Name>
          <se:MinScaleDenominator>143319</se:MinScaleDenominator>
          <se:MaxScaleDenominator>1146555</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter>
              <se:SvgParameter name="font-size">11.5</se:SvgParameter>
              <se:SvgParameter name="font-style">italic</se:SvgParameter>
            </se:Font>
            <se:Halo>
              <se:Radius>1.4</se:Radius>
              <se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill>
            </se:Halo>
            <se:Fill><se:SvgParameter name="fill">#5F4B7B</se:SvgParameter></se:Fill>
            <se:VendorOption name="autoWrap">90</se:VendorOption>
            <se:VendorOption name="spaceAround">4</se:VendorOption>
          </se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
