package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.RequestException;

/**
 * Service exceptions: OGC 06-042 §7.3.3 table 12 and OGC 01-068r3 annex A.3.
 *
 * <p>The status is 200 for the client's mistakes: the standards are silent, and QGIS and GDAL show the text only then.
 */
final class WmsExceptions {

    private WmsExceptions() {}

    static void write(WmsVersion version, RequestException e, HttpServletResponse response) throws IOException {
        prepare(e, response);
        response.setContentType(version.exceptionType() + ";charset=UTF-8");
        XmlWriter xml = XmlWriter.compact(response.getOutputStream());
        if (version == WmsVersion.V1_3_0) {
            xml.start("ServiceExceptionReport", "version", "1.3.0", "xmlns", "http://www.opengis.net/ogc");
        } else {
            xml.docType("<!DOCTYPE ServiceExceptionReport SYSTEM"
                    + " \"http://schemas.opengis.net/wms/1.1.1/WMS_exception_1_1_1.dtd\">");
            xml.start("ServiceExceptionReport", "version", "1.1.1");
        }
        String locator = e.locator();
        if (hasCode(e) && locator != null && version == WmsVersion.V1_3_0) {
            xml.start("ServiceException", "code", e.code(), "locator", locator);
        } else if (hasCode(e)) {
            xml.start("ServiceException", "code", e.code());
        } else {
            xml.start("ServiceException");
        }
        xml.text(e.bilingual()).finish();
    }

    /** Status and headers, whatever the form of the refusal. */
    static void prepare(RequestException e, HttpServletResponse response) {
        response.setStatus(e.httpStatus() == 400 ? 200 : e.httpStatus());
        response.setHeader("Cache-Control", "no-store");
        // a tag set before the failure names the map, not this answer
        response.setHeader("ETag", null);
        e.retryAfterSeconds().ifPresent(seconds -> response.setIntHeader("Retry-After", seconds));
    }

    private static boolean hasCode(RequestException e) {
        return !e.code().isEmpty();
    }
}
