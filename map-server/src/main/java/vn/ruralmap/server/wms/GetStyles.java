package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/** Answers GetStyles (OGC 02-070 §6.9): all styles of some layers as one document, each as its file has it. */
final class GetStyles {

    static final String MEDIA_TYPE = "application/vnd.ogc.sld+xml";

    private static final String SLD = "http://www.opengis.net/sld";

    private GetStyles() {}

    static void answer(Parameters parameters, Catalogue catalogue, HttpServletResponse response) throws IOException {
        parameters.get("layers");
        LayerNames names = new LayerNames(catalogue);
        Set<Layer> layers = new LinkedHashSet<>();
        for (String name : parameters.list("layers")) {
            layers.addAll(names.list(name, "LAYERS"));
        }
        Document all = join(layers, catalogue);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-cache");
        SafeXml.write(all, true, response.getOutputStream());
    }

    private static Document join(Set<Layer> layers, Catalogue catalogue) throws IOException {
        Document all = SafeXml.empty();
        Element root = all.createElementNS(SLD, "StyledLayerDescriptor");
        all.appendChild(root);
        for (Layer layer : layers) {
            Element named = all.createElementNS(SLD, "NamedLayer");
            root.appendChild(named);
            for (MapStyle style : catalogue.styles(layer).values()) {
                append(root, named, parse(style));
            }
        }
        return all;
    }

    /** Takes over the name of the layer once, and each style. SLD 1.0 and SE 1.1 cannot be mixed in one document. */
    private static void append(Element root, Element named, Element file) {
        String version = file.getAttribute("version");
        String before = root.getAttribute("version");
        if (!before.isEmpty() && !before.equals(version)) {
            throw RequestException.invalid(
                    "LAYERS",
                    "các lớp này dùng hai phiên bản SLD khác nhau; hãy hỏi từng lớp",
                    "these layers have styles in different versions of SLD; ask for one layer at a time");
        }
        root.setAttribute("version", version);
        for (Element layer : SafeXml.children(file, "NamedLayer")) {
            if (!named.hasChildNodes()) {
                SafeXml.children(layer, "Name").forEach(name -> named.appendChild(imported(root, name)));
            }
            SafeXml.children(layer, "UserStyle").forEach(style -> named.appendChild(imported(root, style)));
        }
    }

    private static Node imported(Element root, Element element) {
        return root.getOwnerDocument().importNode(element, true);
    }

    private static Element parse(MapStyle style) throws IOException {
        try {
            return SafeXml.parse(style.source());
        } catch (SAXException e) {
            throw new IOException("a style of the catalogue cannot be read again", e);
        }
    }
}
