<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer>
    <se:Name>material_zones</se:Name>
    <UserStyle>
      <se:Name>zone_products</se:Name>
      <se:Description>
        <se:Title>Sản phẩm của vùng</se:Title>
        <se:Title xml:lang="en">Products of zones</se:Title>
      </se:Description>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>rice</se:Name>
          <se:Description>
            <se:Title>Lúa</se:Title>
            <se:Title xml:lang="en">Rice</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
              <ogc:PropertyName>product</ogc:PropertyName>
              <ogc:Literal>Lúa*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#E3C94B</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>fruit</se:Name>
          <se:Description>
            <se:Title>Cây ăn trái</se:Title>
            <se:Title xml:lang="en">Fruit</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Bưởi*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Xoài*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Vú sữa*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Nhãn*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Khóm*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Sầu riêng*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Chôm chôm*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Mãng cầu*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cam*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Quýt*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Dừa*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Thanh long*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Chuối*</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#F0975B</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>vegetables</se:Name>
          <se:Description>
            <se:Title>Rau, củ</se:Title>
            <se:Title xml:lang="en">Vegetables</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Rau*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Hành*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Củ*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Dưa*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Ớt*</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#8CBF5A</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>industrial</se:Name>
          <se:Description>
            <se:Title>Cây công nghiệp</se:Title>
            <se:Title xml:lang="en">Industrial crops</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Mía*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cao su*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Tiêu*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cà phê*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Điều*</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#A9845A</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>flowers</se:Name>
          <se:Description>
            <se:Title>Hoa, cây cảnh</se:Title>
            <se:Title xml:lang="en">Flowers</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Hoa*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cây cảnh*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>*mai</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#C98BC4</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>livestock</se:Name>
          <se:Description>
            <se:Title>Chăn nuôi</se:Title>
            <se:Title xml:lang="en">Livestock</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Bò*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Heo*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Lợn*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Gà*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Vịt*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Dê*</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#B9A48F</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>aquaculture</se:Name>
          <se:Description>
            <se:Title>Thủy sản</se:Title>
            <se:Title xml:lang="en">Aquaculture</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:Or>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Tôm*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cá *</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Artemia*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Nghêu*</ogc:Literal>
              </ogc:PropertyIsLike>
              <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
                <ogc:PropertyName>product</ogc:PropertyName>
                <ogc:Literal>Cua*</ogc:Literal>
              </ogc:PropertyIsLike>
            </ogc:Or>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#5FA9D0</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>salt</se:Name>
          <se:Description>
            <se:Title>Muối</se:Title>
            <se:Title xml:lang="en">Salt</se:Title>
          </se:Description>
          <ogc:Filter>
            <ogc:PropertyIsLike wildCard="*" singleChar="?" escapeChar="!" matchCase="false">
              <ogc:PropertyName>product</ogc:PropertyName>
              <ogc:Literal>Muối*</ogc:Literal>
            </ogc:PropertyIsLike>
          </ogc:Filter>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#DDE3EA</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>other</se:Name>
          <se:Description>
            <se:Title>Sản phẩm khác</se:Title>
            <se:Title xml:lang="en">Other products</se:Title>
          </se:Description>
          <se:ElseFilter/>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:SvgParameter name="fill">#D8D3C6</se:SvgParameter>
            </se:Fill>
          </se:PolygonSymbolizer>
          <se:PolygonSymbolizer>
            <se:Fill>
              <se:GraphicFill>
                <se:Graphic>
                  <se:Mark>
                    <se:WellKnownName>shape://dot</se:WellKnownName>
                    <se:Fill><se:SvgParameter name="fill">#8C8575</se:SvgParameter></se:Fill>
                  </se:Mark>
                  <se:Size>8</se:Size>
                </se:Graphic>
              </se:GraphicFill>
            </se:Fill>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>outline-far</se:Name>
          <se:MinScaleDenominator>143319</se:MinScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#5A5348</se:SvgParameter>
              <se:SvgParameter name="stroke-width">0.5</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
        <se:Rule>
          <se:Name>outline-near</se:Name>
          <se:MaxScaleDenominator>143319</se:MaxScaleDenominator>
          <se:PolygonSymbolizer>
            <se:Stroke>
              <se:SvgParameter name="stroke">#4A443B</se:SvgParameter>
              <se:SvgParameter name="stroke-width">1.2</se:SvgParameter>
              <se:SvgParameter name="stroke-linejoin">round</se:SvgParameter>
            </se:Stroke>
          </se:PolygonSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
      <se:FeatureTypeStyle>
        <se:Rule>
          <se:Name>product</se:Name>
          <se:MaxScaleDenominator>71659</se:MaxScaleDenominator>
          <se:TextSymbolizer>
            <se:Label><ogc:PropertyName>product</ogc:PropertyName></se:Label>
            <se:Font>
              <se:SvgParameter name="font-family">Be Vietnam Pro</se:SvgParameter>
              <se:SvgParameter name="font-size">9.5</se:SvgParameter>
            </se:Font>
            <se:Halo>
              <se:Radius>1.4</se:Radius>
              <se:Fill><se:SvgParameter name="fill">#FFFFFF</se:SvgParameter></se:Fill>
            </se:Halo>
            <se:Fill><se:SvgParameter name="fill">#36401E</se:SvgParameter></se:Fill>
            <se:VendorOption name="autoWrap">90</se:VendorOption>
          </se:TextSymbolizer>
        </se:Rule>
      </se:FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
