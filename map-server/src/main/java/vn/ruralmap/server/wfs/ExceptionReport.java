package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.ruralmap.server.encoding.OwsExceptionReport;
import vn.ruralmap.server.support.RequestException;

/** Refusals of this service. */
final class ExceptionReport {

    private ExceptionReport() {}

    static void write(RequestException e, HttpServletResponse response) throws IOException {
        response.setStatus(e.httpStatus());
        response.setContentType("application/xml;charset=UTF-8");
        OwsExceptionReport.write(response.getOutputStream(), "2.0.0", e.code(), e.locator(), e.text());
    }
}
