package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.render.DrawingTimeoutException;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** {@code /wms}: finds the operation and turns every failure into a service exception. */
@RestController
class WmsController {

    private static final Logger LOG = LoggerFactory.getLogger(WmsController.class);

    private static final String OPERATIONS =
            "GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic, DescribeLayer, GetStyles";

    private final Snapshots snapshots;
    private final PublicUrl publicUrl;
    private final MapDrawing drawing;
    private final LegendDrawing legends;
    private final FeatureInfo featureInfo;
    private final WmsLimits limits;

    WmsController(
            Snapshots snapshots,
            PublicUrl publicUrl,
            MapDrawing drawing,
            LegendDrawing legends,
            FeatureInfo featureInfo,
            WmsLimits limits) {
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
        this.drawing = drawing;
        this.legends = legends;
        this.featureInfo = featureInfo;
        this.limits = limits;
    }

    @RequestMapping(
            path = "/wms",
            method = {RequestMethod.GET, RequestMethod.POST})
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.NONE;
        WmsVersion version = WmsVersion.V1_3_0;
        try {
            parameters = XmlGetMap.isDocument(request) ? XmlGetMap.read(request) : Parameters.of(request);
            version = WmsVersion.of(parameters);
            dispatch(version, parameters, request, response);
        } catch (RequestException e) {
            refuse(version, parameters, e, response);
        } catch (DrawingTimeoutException e) {
            refuse(version, parameters, tooLong(), response);
        } catch (RuntimeException e) {
            LOG.error("WMS request failed: {}", request.getQueryString(), e);
            if (!response.isCommitted()) {
                // not reset(), which would take the security headers away
                response.resetBuffer();
                RequestException failure = RequestException.of(
                        500,
                        "",
                        null,
                        "Máy chủ gặp lỗi với yêu cầu này; người vận hành xem nguyên nhân trong nhật ký",
                        "The server failed on this request; the operator finds why in the log");
                WmsExceptions.write(version, failure, response);
            }
        }
    }

    private static RequestException tooLong() {
        return RequestException.of(
                "NoApplicableCode",
                null,
                "Bản đồ này vẽ quá lâu; hãy giảm kích thước, số lớp hoặc độ phức tạp của kiểu",
                "this map takes too long to draw; ask for a smaller one, fewer layers or a simpler style");
    }

    private void dispatch(
            WmsVersion version, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Snapshot snapshot = snapshots.current();
        if (parameters
                .find("service")
                .filter(name -> !name.equalsIgnoreCase("WMS"))
                .isPresent()) {
            throw RequestException.invalid("SERVICE", "ở đây là WMS", "this is WMS");
        }
        String operation = parameters.get("request").toLowerCase(Locale.ROOT);
        switch (operation) {
            case "getcapabilities", "capabilities" -> capabilities(version, parameters, snapshot, request, response);
            case "getmap", "map" ->
                drawing.map(
                        MapRequest.parse(version, parameters, snapshot, snapshots.today(), limits), request, response);
            case "getfeatureinfo", "feature_info" ->
                featureInfo.answer(
                        FeatureInfoRequest.parse(version, parameters, snapshot, snapshots.today(), limits),
                        request,
                        response);
            case "getlegendgraphic" -> legends.answer(LegendRequest.parse(parameters, snapshot), request, response);
            case "describelayer" ->
                DescribeLayer.answer(
                        version, parameters, new LayerNames(snapshot.catalogue()), publicUrl.of(request), response);
            case "getstyles" -> GetStyles.answer(parameters, snapshot.catalogue(), response);
            default ->
                throw RequestException.of(
                        "OperationNotSupported", "REQUEST", "Chỉ có " + OPERATIONS, "offered are " + OPERATIONS);
        }
    }

    private void capabilities(
            WmsVersion version,
            Parameters parameters,
            Snapshot snapshot,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        checkUpdateSequence(parameters, snapshot.revision());
        response.setContentType(
                version == WmsVersion.V1_3_0 ? "text/xml;charset=UTF-8" : "application/vnd.ogc.wms_xml;charset=UTF-8");
        response.setHeader("Cache-Control", "no-cache");
        response.getOutputStream()
                .write(CapabilitiesWriter.write(
                        version,
                        snapshot,
                        snapshots.today(),
                        publicUrl.of(request),
                        parameters.language(),
                        legends::size,
                        limits.maxSide()));
    }

    /** OGC 06-042 table 5. */
    private static void checkUpdateSequence(Parameters parameters, long revision) {
        if (parameters.find("updatesequence").isEmpty()) {
            return;
        }
        long asked = parameters
                .find("updatesequence")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        if (asked == revision) {
            throw RequestException.of(
                    "CurrentUpdateSequence", "UPDATESEQUENCE", "Không có gì mới", "nothing has changed");
        }
        if (asked > revision) {
            throw RequestException.of(
                    "InvalidUpdateSequence",
                    "UPDATESEQUENCE",
                    "Lớn hơn số hiện tại " + revision,
                    "greater than the current one, " + revision);
        }
    }

    private void refuse(WmsVersion version, Parameters parameters, RequestException e, HttpServletResponse response)
            throws IOException {
        String form = parameters.find("exceptions").orElse("").toUpperCase(Locale.ROOT);
        boolean blank = form.endsWith("BLANK");
        if (isGetMap(parameters) && (blank || form.endsWith("INIMAGE"))) {
            drawing.refusal(parameters, e, blank, response);
        } else {
            WmsExceptions.write(version, e, response);
        }
    }

    /** Only who asked for an image can show one. */
    private static boolean isGetMap(Parameters parameters) {
        String operation = parameters.find("request").orElse("").toLowerCase(Locale.ROOT);
        return operation.equals("getmap") || operation.equals("map");
    }
}
