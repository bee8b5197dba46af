package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.ruralmap.server.encoding.OwsExceptionReport;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.RequestException;

/**
 * Refusals, in the form of each version: OGC 06-121r9 §8 (2.0.0), OGC 05-008 §8 (1.1.0), OGC 02-058 §7.8 (1.0.0).
 *
 * <p>Before 2.0 the standards say nothing of HTTP, and clients of that time show the text only if the status is 200.
 */
final class ExceptionReport {

    private ExceptionReport() {}

    static void write(RequestException e, WfsVersion version, HttpServletResponse response) throws IOException {
        boolean hidden = version != WfsVersion.V2_0_0 && e.httpStatus() == 400;
        response.setStatus(hidden ? HttpServletResponse.SC_OK : e.httpStatus());
        e.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
        switch (version) {
            case V2_0_0 -> {
                response.setContentType("application/xml;charset=UTF-8");
                OwsExceptionReport.write(response.getOutputStream(), version.number(), e.code(), e.locator(), e.text());
            }
            case V1_1_0 -> {
                response.setContentType("text/xml;charset=UTF-8");
                OwsExceptionReport.writeOld(
                        response.getOutputStream(), version.number(), e.code(), e.locator(), e.text());
            }
            case V1_0_0 -> {
                response.setContentType("text/xml;charset=UTF-8");
                serviceException(e, XmlWriter.compact(response.getOutputStream()));
            }
        }
    }

    private static void serviceException(RequestException e, XmlWriter xml) throws IOException {
        xml.start("ServiceExceptionReport")
                .attribute("version", "1.2.0")
                .attribute("xmlns", "http://www.opengis.net/ogc")
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute(
                        "xsi:schemaLocation",
                        "http://www.opengis.net/ogc http://schemas.opengis.net/wfs/1.0.0/OGC-exception.xsd");
        xml.start("ServiceException").attribute("code", e.code());
        if (e.locator() != null) {
            xml.attribute("locator", e.locator());
        }
        xml.text(e.bilingual()).finish();
    }
}
