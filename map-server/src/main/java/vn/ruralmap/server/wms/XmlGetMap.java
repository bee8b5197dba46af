package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.RequestException;

/**
 * Reads GetMap as a posted document into the parameters that mean the same: {@code sld:GetMap} of WMS 1.3.0 (OGC
 * 05-078r4 §9.3) and {@code ogc:GetMap} of 1.1.1 (OGC 02-070 §6.5).
 */
final class XmlGetMap {

    private static final int MAX_BYTES = 512 * 1024;

    private XmlGetMap() {}

    /** Whether the body of a request is a document rather than a form. */
    static boolean isDocument(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        return request.getMethod().equals("POST") && type.matches("(text|application)/([a-z.]+\\+)?xml\\b.*");
    }

    /** @throws RequestException if it is no GetMap */
    static Parameters read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw unreadable("lớn hơn 512 KB", "it is larger than 512 KB");
        }
        try {
            return Parameters.of(parameters(SafeXml.parse(body)));
        } catch (SAXException e) {
            throw unreadable("không phải XML hợp lệ, hoặc có DOCTYPE", "it is not well-formed XML, or has a DOCTYPE");
        }
    }

    private static Map<String, String> parameters(Element root) throws IOException {
        if (!"GetMap".equals(root.getLocalName())) {
            throw unreadable("chỉ nhận GetMap dạng XML", "only GetMap is accepted as XML");
        }
        String version = root.getAttribute("version").isEmpty() ? "1.3.0" : root.getAttribute("version");
        Map<String, String> parameters = new HashMap<>(Map.of("request", "GetMap", "version", version));
        Element styles = SafeXml.find(root, "StyledLayerDescriptor")
                .orElseThrow(() -> unreadable("thiếu <StyledLayerDescriptor>", "<StyledLayerDescriptor> is missing"));
        ByteArrayOutputStream sld = new ByteArrayOutputStream();
        SafeXml.write(styles, false, sld);
        parameters.put("sld_body", sld.toString(StandardCharsets.UTF_8));
        SafeXml.find(root, "BoundingBox").ifPresent(box -> bounds(box, version, parameters));
        put(parameters, "crs", root, "CRS");
        put(parameters, "width", root, "Output", "Size", "Width");
        put(parameters, "height", root, "Output", "Size", "Height");
        put(parameters, "format", root, "Output", "Format");
        put(parameters, "transparent", root, "Output", "Transparent");
        put(parameters, "bgcolor", root, "Output", "BGcolor");
        put(parameters, "exceptions", root, "Exceptions");
        put(parameters, "time", root, "Time");
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, Element root, String... path) {
        SafeXml.find(root, path)
                .map(element -> element.getTextContent().strip())
                .ifPresent(text -> parameters.put(name, text));
    }

    /** Corners of OWS Common in 1.3.0; {@code gml:coord} or {@code gml:coordinates} of GML 2 in 1.1.1. */
    private static void bounds(Element box, String version, Map<String, String> parameters) {
        List<Element> coords = SafeXml.children(box, "coord");
        String numbers = !coords.isEmpty()
                ? coords.stream()
                        .flatMap(coord ->
                                List.of("X", "Y").stream().flatMap(axis -> SafeXml.children(coord, axis).stream()))
                        .map(Element::getTextContent)
                        .collect(Collectors.joining(","))
                : List.of("LowerCorner", "UpperCorner", "coordinates").stream()
                        .flatMap(name -> SafeXml.children(box, name).stream())
                        .map(Element::getTextContent)
                        .collect(Collectors.joining(" "));
        parameters.put("bbox", numbers.strip().replaceAll("[\\s,]+", ","));
        String reference =
                box.getAttribute("srsName").isEmpty() ? box.getAttribute("crs") : box.getAttribute("srsName");
        if (!reference.isEmpty()) {
            parameters.put(
                    version.startsWith("1.3") ? "crs" : "srs",
                    reference.replaceFirst("^http://www\\.opengis\\.net/gml/srs/epsg\\.xml#", "EPSG:"));
        }
    }

    private static RequestException unreadable(String vi, String en) {
        return RequestException.of(
                "InvalidParameterValue", null, "Không đọc được yêu cầu: " + vi, "the request cannot be read: " + en);
    }
}
