package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ruralmap.layers.gml.GmlException;
import vn.ruralmap.layers.snapshot.Snapshot;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestBody;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.wfs.WfsOperation.Encoding;

/** Takes WFS requests, as key-value pairs in the URL or a form, or as XML, and hands them to their operation. */
@Controller
class WfsController {

    private static final Logger LOG = LoggerFactory.getLogger(WfsController.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    /** Attribute of the servlet request: the version, once it is known, for what is said if the request fails. */
    private static final String VERSION = WfsController.class.getName() + ".version";

    private final List<WfsOperation<?>> operations;
    private final Snapshots snapshots;
    private final PublicUrl publicUrl;
    private final WfsLimits limits;
    private final Audiences audiences;

    WfsController(
            List<WfsOperation<?>> operations,
            Snapshots snapshots,
            PublicUrl publicUrl,
            WfsLimits limits,
            Audiences audiences) {
        this.operations = operations;
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
        this.limits = limits;
        this.audiences = audiences;
    }

    @GetMapping("/wfs")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request);
        // an error is told in the version that was asked for, if it is one
        parameters.find("version").flatMap(WfsVersion::find).ifPresent(found -> request.setAttribute(VERSION, found));
        if (!parameters.get("service").equalsIgnoreCase("WFS")) {
            throw RequestException.invalid("service", "cần WFS", "must be WFS");
        }
        answer(operation(parameters.get("request"), Encoding.KVP), parameters, request, response);
    }

    /** MapInfo and ArcGIS send XML even for what a URL could say. A body that does not say what it is is taken for XML. */
    @PostMapping("/wfs")
    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith(FORM) || request.getContentLengthLong() == 0) {
            get(request, response);
            return;
        }
        if (type.startsWith("application/soap+xml") || type.startsWith("multipart/")) {
            throw RequestException.of(
                    501,
                    "OperationNotSupported",
                    "request",
                    "Máy chủ không nhận SOAP và tệp đính kèm; hãy gửi yêu cầu WFS dạng application/xml",
                    "SOAP and attachments are not taken; send a WFS request as application/xml");
        }
        RequestBody body = RequestBody.of(request, limits.maxRequest().toBytes(), "OperationProcessingFailed");
        request.setAttribute(WfsExchange.BODY, body);
        try {
            XmlRequest xml = XmlRequest.open(body, request.getCharacterEncoding());
            request.setAttribute(VERSION, xml.version());
            if (!xml.attribute("service").orElse("WFS").equalsIgnoreCase("WFS")) {
                throw RequestException.invalid("service", "cần WFS", "must be WFS");
            }
            answer(operation(xml.localName(), Encoding.XML), xml, request, response);
        } catch (XMLStreamException e) {
            throw XmlRequest.malformed(e);
        } catch (GmlException e) {
            throw XmlRequest.malformed(e);
        }
    }

    private WfsOperation<?> operation(String name, Encoding encoding) {
        List<WfsOperation<?>> known = operations.stream()
                .filter(operation -> operation.encodings().contains(encoding))
                .toList();
        return known.stream()
                .filter(operation -> operation.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> {
                    String names = String.join(
                            ", ",
                            known.stream().map(WfsOperation::name).sorted().toList());
                    return RequestException.of(
                            501,
                            "OperationNotSupported",
                            "request",
                            "Không có thao tác này; có: " + names,
                            "There is no such operation; there are: " + names);
                });
    }

    private <R extends WfsRequest> void answer(
            WfsOperation<R> operation, Parameters parameters, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        WfsVersion version = operation.version(parameters);
        request.setAttribute(VERSION, version);
        checkVersion(operation, version);
        answer(operation, operation.read(parameters, version), version, request, response);
    }

    private <R extends WfsRequest> void answer(
            WfsOperation<R> operation, XmlRequest xml, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        checkVersion(operation, xml.version());
        R read = operation.read(xml);
        xml.finish();
        answer(operation, read, xml.version(), request, response);
    }

    private static void checkVersion(WfsOperation<?> operation, WfsVersion version) {
        if (!operation.versions().contains(version)) {
            throw RequestException.of(
                    501,
                    "OperationNotSupported",
                    "request",
                    "Phiên bản " + version.number() + " không có thao tác " + operation.name(),
                    "Version " + version.number() + " has no operation " + operation.name());
        }
    }

    private <R extends WfsRequest> void answer(
            WfsOperation<R> operation,
            R read,
            WfsVersion version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // of a request in XML the query of its URL, which may hold the date
        Parameters parameters = Parameters.of(request);
        Snapshot snapshot = snapshots.current();
        operation.answer(
                read,
                new WfsExchange(
                        request,
                        response,
                        audiences,
                        version,
                        operation.name(),
                        read.keyValues(),
                        snapshot,
                        LegalDate.of(parameters, snapshots.today()),
                        parameters.find("as-of").isPresent()
                                || parameters.find("time").isPresent(),
                        parameters.language(),
                        publicUrl.of(request)));
    }

    @ExceptionHandler(RequestException.class)
    void refused(RequestException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        // not reset(): the security headers stay
        response.resetBuffer();
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        @Nullable WfsVersion version = (WfsVersion) request.getAttribute(VERSION);
        ExceptionReport.write(e, version == null ? WfsVersion.V2_0_0 : version, response);
    }

    @ExceptionHandler(RuntimeException.class)
    void failed(RuntimeException e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            // the container breaks the connection off, so that the client does not take half an answer for a whole one
            throw e;
        }
        LOG.error("A WFS request failed", e);
        refused(
                RequestException.of(
                        500,
                        "NoApplicableCode",
                        null,
                        "Máy chủ gặp lỗi với yêu cầu này; người vận hành xem nguyên nhân trong nhật ký",
                        "The server failed on this request; the operator finds why in the log"),
                request,
                response);
    }
}
