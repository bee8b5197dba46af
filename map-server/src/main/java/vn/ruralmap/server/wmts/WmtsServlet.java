package vn.ruralmap.server.wmts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.style.MapStyle;
import vn.ruralmap.server.encoding.OwsExceptionReport;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.ClickedFeatures;
import vn.ruralmap.server.support.EntityTag;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PlainServlet;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.StoreAvailability;
import vn.ruralmap.server.tiling.LayerChoice;
import vn.ruralmap.server.tiling.StyledView;
import vn.ruralmap.server.tiling.TileAnswers;
import vn.ruralmap.server.tiling.Tiles;

/** Finds the operation: {@code /wmts?} by key-value pairs, {@code /wmts/1.0.0/} by the address. */
final class WmtsServlet extends PlainServlet {

    private static final String VERSION = "1.0.0";
    private static final String REST = "/" + VERSION + "/";

    private final transient Parts parts;
    private final transient LegendImages legends = new LegendImages();

    /** What this service is made of. */
    record Parts(
            Snapshots snapshots, PublicUrl publicUrl, TileChoice choice, TileAnswers answers, ClickedFeatures clicks) {}

    WmtsServlet(StoreAvailability availability, Parts parts) {
        super(availability);
        this.parts = parts;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        Parameters parameters = request.getQueryString() == null ? Parameters.NONE : Parameters.of(request);
        if (path == null || path.equals("/")) {
            byParameters(parameters, request, response);
        } else if (path.startsWith(REST)) {
            byAddress(path.substring(REST.length()), parameters, request, response);
        } else {
            throw noSuchAddress();
        }
    }

    private void byParameters(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!parameters.get("service").equalsIgnoreCase("WMTS")) {
            throw RequestException.invalid("service", "cần WMTS", "must be WMTS");
        }
        String operation = parameters.get("request").toLowerCase(Locale.ROOT);
        switch (operation) {
            case "getcapabilities" -> capabilities(parameters, request, response);
            case "gettile" -> {
                checkVersion(parameters);
                tile(TileCall.of(parameters, false), parameters, request, response);
            }
            case "getfeatureinfo" -> {
                checkVersion(parameters);
                tile(TileCall.of(parameters, true), parameters, request, response);
            }
            default ->
                throw RequestException.invalid(
                        "request",
                        "chỉ có GetCapabilities, GetTile, GetFeatureInfo",
                        "offered are GetCapabilities, GetTile, GetFeatureInfo");
        }
    }

    private static void checkVersion(Parameters parameters) {
        if (!parameters.get("version").equals(VERSION)) {
            throw RequestException.invalid("version", "cần " + VERSION, "must be " + VERSION);
        }
    }

    private void byAddress(String path, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String[] names = path.split("/", -1);
        if (path.equals("WMTSCapabilities.xml")) {
            capabilities(Parameters.NONE, request, response);
        } else if (names.length == 3 && names[2].equals("legend.png")) {
            legend(names[0], names[1], parameters, request, response);
        } else {
            TileCall call = RestPath.parse(path).orElseThrow(WmtsServlet::noSuchAddress);
            tile(call, parameters, request, response);
        }
    }

    private static RequestException noSuchAddress() {
        return RequestException.of(
                404,
                "InvalidParameterValue",
                null,
                "Không có địa chỉ này; các mẫu có trong /wmts/1.0.0/WMTSCapabilities.xml",
                "There is no such address; /wmts/1.0.0/WMTSCapabilities.xml has the templates");
    }

    private void tile(TileCall call, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Tiles.Request tile = parts.choice()
                .find(call, parts.snapshots().current(), parts.snapshots().today());
        if (call.info() == null) {
            parts.answers().send(tile, parameters.find("v").orElse(null), request, response);
        } else {
            info(call, call.info(), tile, parameters.language(), request, response);
        }
    }

    private void info(
            TileCall call,
            TileCall.Info info,
            Tiles.Request tile,
            String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<String> types = parts.clicks().mediaTypes();
        if (!types.contains(info.format())) {
            throw TileChoice.invalid(
                    "InfoFormat", "chỉ có " + String.join(", ", types), "offered are " + String.join(", ", types));
        }
        int side = tile.address().matrix().tilePx();
        StyledView layer = tile.layers().get(0);
        ClickedFeatures.Click click = new ClickedFeatures.Click(
                new ClickedFeatures.StyledLayer(layer.view().layer().name(), call.style()),
                TileChoice.date(call, parts.snapshots().today()),
                new ClickedFeatures.Image(
                        tile.address().set().crs().code(), tile.address().bounds(), side, side),
                TileChoice.within("I", info.i(), side),
                TileChoice.within("J", info.j(), side),
                language);
        parts.clicks().answer(click, info.format(), request, response);
    }

    private void legend(
            String name,
            String styleName,
            Parameters parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Snapshot snapshot = parts.snapshots().current();
        Layer layer = snapshot.catalogue().findLayer(name).orElseThrow(WmtsServlet::noSuchAddress);
        MapStyle style = LayerChoice.findStyle(snapshot, layer, styleName).orElseThrow(WmtsServlet::noSuchAddress);
        // styles change with the process only, and so does the tag
        if (EntityTag.isFresh(request, response, "legend")) {
            return;
        }
        byte[] png = legends.get(style, parameters.language()).png();
        response.setContentType("image/png");
        response.setContentLength(png.length);
        response.getOutputStream().write(png);
    }

    private void capabilities(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        negotiate(parameters);
        Snapshot snapshot = parts.snapshots().current();
        Set<String> sections = isCurrent(parameters, snapshot.revision()) ? Set.of() : sections(parameters);
        String url = parts.publicUrl().of(request) + "/wmts";
        if (EntityTag.isFresh(
                request, response, url + snapshot.revision() + parts.snapshots().today())) {
            return;
        }
        response.setContentType("application/xml;charset=UTF-8");
        Capabilities.Offer offer = new Capabilities.Offer(
                parts.choice().mediaTypes(), parts.clicks().mediaTypes(), legends);
        XmlWriter xml = XmlWriter.indented(response.getOutputStream());
        new Capabilities(xml, snapshot, parts.snapshots().today(), url, offer).write(sections);
    }

    private static void negotiate(Parameters parameters) {
        List<String> accepted = parameters.list("acceptversions");
        if (!accepted.isEmpty() && !accepted.contains(VERSION)) {
            throw RequestException.of(
                    "VersionNegotiationFailed",
                    "acceptVersions",
                    "Máy chủ chỉ có phiên bản " + VERSION,
                    "This server speaks version " + VERSION + " only");
        }
    }

    /** OGC 06-121r9 table 6: who has the current document gets one without sections. */
    private static boolean isCurrent(Parameters parameters, long revision) {
        String text = parameters.find("updatesequence").orElse("");
        if (text.isEmpty()) {
            return false;
        }
        long asked = text.matches("\\d{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE;
        if (asked > revision) {
            throw RequestException.of(
                    "InvalidUpdateSequence",
                    "updateSequence",
                    "Lớn hơn số hiện tại " + revision,
                    "Greater than the current one, " + revision);
        }
        return asked == revision;
    }

    private static Set<String> sections(Parameters parameters) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Capabilities.SECTIONS);
        Set<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(parameters.list("sections"));
        if (asked.isEmpty() || asked.contains("All")) {
            return known;
        }
        if (!known.containsAll(asked)) {
            String list = "All, " + String.join(", ", Capabilities.SECTIONS);
            throw RequestException.invalid("sections", "chọn trong: " + list, "choose from: " + list);
        }
        return asked;
    }

    @Override
    protected void refuse(RequestException e, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(e.httpStatus());
        response.setContentType("application/xml;charset=UTF-8");
        OwsExceptionReport.write(response.getOutputStream(), VERSION, e.code(), e.locator(), e.text());
    }
}
