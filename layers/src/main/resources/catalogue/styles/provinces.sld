<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>provinces</se:Name>
    <UserStyle>
      <se:Name>provinces</se:Name>
      <se:Description>
        <se:Title>Tỉnh, thành phố</se:Title>
        <se:Title xml:lang="en">Provinces</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>land</se:Name>
          <se:Description>
            <se:Title>Tỉnh, thành phố</se:Title>
            <se:Title xml:lang="en">Province</se:Title>
          </se:Description>
          <se:PolygonSymbolizer>
            <se:Fill><se:SvgParameter name="fill">#F5F4E9</se:SvgParameter></se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>border-far</se:Name>
          <se:MinScaleDenominator>9172443</se:MinScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#B9A898</se:SvgParameter>
              <se:SvgParameter name="stroke-width">0.6</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>border-middle</se:Name>
          <se:MinScaleDenominator>1146555</se:MinScaleDenominator>
          <se:MaxScaleDenominator>9172443</se:MaxScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#A8917F</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>border-near</se:Name>
          <se:MaxScaleDenominator>1146555</se:MaxScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#96796A</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1.8</se:SvgParameter>
              <se:SvgParameter name="stroke-opacity">0.8</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>name-far</se:Name>
          <se:MinScaleDenominator>2293110</se:MinScaleDenominator>
          <se:MaxScaleDenominator>9172443</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter>
              <se:SvgParameter name="font-size">10</se:SvgParameter>
              <se:SvgParameter name="font-weight">bold</se:SvgParameter>
            </se:Font>
            <se:Halo>
              <se:Radius>1.4</se:Radius>
              <se:Fill><se:SvgParameter name="fill">#FBF8F0</se:SvgParameter></se:Fill>
            </se:Halo>
            <se:Fill><se:SvgParameter name="fill">#6B5548</se:SvgParameter></se:Fill>
            <se:VendorOption name="autoWrap">78</se:VendorOption>
            <se:VendorOption name="spaceAround">3</se:VendorOption>
          </se:TextSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>name-middle</se:Name>
          <se:MinScaleDenominator>573277</se:MinScaleDenominator>
          <se:MaxScaleDenominator>2293110</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>name</ogc:PropertyName></se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter>
              <se:SvgParameter name="font-size">12</se:SvgParameter>
              <se:SvgParameter name="font-weight">bold</se:SvgParameter>
            </se:Font>
            <se:Halo>
              <se:Radius>1.4</se:Radius>
              <se:Fill><se:SvgParameter name="fill">#FBF8F0</se:SvgParameter></se:Fill>
            </se:Halo>
            <se:Fill><se:SvgParameter name="fill">#6B5548</se:SvgParameter></se:Fill>
            <se:VendorOption name="autoWrap">100</se:VendorOption>
            <se:VendorOption name="spaceAround">4</se:VendorOption>
          </se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
