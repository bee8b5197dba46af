package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.Parameters;

/** Answers DescribeLayer: which feature types of the WFS a layer is made of (OGC 05-078r4 §11, OGC 02-070 §6.7). */
final class DescribeLayer {

    private DescribeLayer() {}

    static void answer(
            WmsVersion version, Parameters parameters, LayerNames names, String baseUrl, HttpServletResponse response)
            throws IOException {
        parameters.get("layers");
        List<Layer> layers = new ArrayList<>();
        for (String name : parameters.list("layers")) {
            layers.addAll(names.list(name, "LAYERS"));
        }
        String url = baseUrl + "/wfs?";
        response.setContentType("text/xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        XmlWriter xml = XmlWriter.compact(response.getOutputStream());
        if (version == WmsVersion.V1_3_0) {
            write130(xml, layers, url);
        } else {
            write111(xml, layers, url);
        }
        xml.finish();
    }

    private static void write130(XmlWriter xml, List<Layer> layers, String url) throws IOException {
        xml.start(
                "DescribeLayerResponse",
                "xmlns",
                "http://www.opengis.net/sld",
                "xmlns:se",
                "http://www.opengis.net/se",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:ntm",
                "urn:ruralmap:ntm",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/DescribeLayer.xsd");
        xml.element("Version", "1.1.0");
        for (Layer layer : layers) {
            xml.start("LayerDescription");
            xml.element("owsType", "wfs");
            xml.start("se:OnlineResource", "xlink:type", "simple", "xlink:href", url)
                    .end();
            xml.start("TypeName");
            xml.element("se:FeatureTypeName", "ntm:" + layer.name());
            xml.end().end();
        }
    }

    private static void write111(XmlWriter xml, List<Layer> layers, String url) throws IOException {
        xml.docType("<!DOCTYPE WMS_DescribeLayerResponse SYSTEM"
                + " \"http://schemas.opengis.net/wms/1.1.1/WMS_DescribeLayerResponse.dtd\">");
        xml.start("WMS_DescribeLayerResponse", "version", "1.1.1");
        for (Layer layer : layers) {
            xml.start("LayerDescription", "name", layer.name(), "wfs", url, "owsType", "WFS", "owsURL", url);
            xml.start("Query", "typeName", "ntm:" + layer.name()).end();
            xml.end();
        }
    }
}
