package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** Takes WFS requests as key-value pairs, in the URL or in a form, and hands them to their operation. */
@Controller
class WfsController {

    private static final Logger LOG = LoggerFactory.getLogger(WfsController.class);
    /** 2.0.2 corrects the text of the standard and is the same protocol. */
    private static final Set<String> VERSIONS = Set.of("2.0.0", "2.0.2", "2.0");

    private final List<WfsOperation> operations;
    private final Snapshots snapshots;
    private final PublicUrl publicUrl;

    WfsController(List<WfsOperation> operations, Snapshots snapshots, PublicUrl publicUrl) {
        this.operations = operations;
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/wfs")
    void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @PostMapping(path = "/wfs", consumes = "application/x-www-form-urlencoded")
    void postForm(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response);
    }

    @PostMapping("/wfs")
    void postXml() {
        throw RequestException.of(
                501,
                "OperationNotSupported",
                "request",
                "Yêu cầu dạng XML chưa được hỗ trợ; hãy gửi tham số trong URL hoặc biểu mẫu",
                "Requests in XML are not supported; send parameters in the URL or as a form");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Parameters parameters = Parameters.of(request);
        checkService(parameters);
        WfsOperation operation = operation(parameters.get("request"));
        checkVersion(parameters, operation);
        operation.answer(new WfsExchange(
                request,
                response,
                parameters,
                snapshots.current(),
                LegalDate.of(parameters, snapshots.today()),
                publicUrl.of(request)));
    }

    private static void checkService(Parameters parameters) {
        if (!parameters.get("service").equalsIgnoreCase("WFS")) {
            throw RequestException.invalid("service", "cần WFS", "must be WFS");
        }
    }

    private WfsOperation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> {
                    String known = String.join(
                            ", ",
                            operations.stream().map(WfsOperation::name).sorted().toList());
                    return RequestException.of(
                            501,
                            "OperationNotSupported",
                            "request",
                            "Không có thao tác này; có: " + known,
                            "There is no such operation; there are: " + known);
                });
    }

    /** GetCapabilities negotiates; every other operation must name the version (OGC 09-025r2 §7.6.25). */
    private static void checkVersion(Parameters parameters, WfsOperation operation) {
        if (!operation.name().equals("GetCapabilities") && !VERSIONS.contains(parameters.get("version"))) {
            throw RequestException.invalid("version", "cần 2.0.0", "must be 2.0.0");
        }
    }

    @ExceptionHandler(RequestException.class)
    void refused(RequestException e, HttpServletResponse response) throws IOException {
        // not reset(): the security headers stay
        response.resetBuffer();
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ExceptionReport.write(e, response);
    }

    @ExceptionHandler(RuntimeException.class)
    void failed(RuntimeException e, HttpServletResponse response) throws IOException {
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
                response);
    }
}
