package vn.ruralmap.server.wms;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import vn.ruralmap.server.support.RequestException;
import vn.ruralmap.server.support.XmlWriter;

/**
 * Service exceptions: OGC 06-042 §7.3.3 table 12 and OGC 01-068r3 annex A.3.
 *
 * <p>The status is 200 for the client's mistakes: the standards are silent, and QGIS and GDAL show the text only then.
 */
final class WmsExceptions {

    private WmsExceptions() {}

    static void write(WmsVersion version, RequestException e, HttpServletResponse response) throws IOException {
        response.setStatus(e.httpStatus() == 400 ? 200 : e.httpStatus());
        response.setContentType(version.exceptionType() + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(document(version, e));
    }

    private static byte[] document(WmsVersion version, RequestException e) {
        try {
            XmlWriter xml = new XmlWriter();
            if (version == WmsVersion.V1_3_0) {
                xml.open("ServiceExceptionReport", "version", "1.3.0", "xmlns", "http://www.opengis.net/ogc");
            } else {
                xml.docType("<!DOCTYPE ServiceExceptionReport SYSTEM"
                        + " \"http://schemas.opengis.net/wms/1.1.1/WMS_exception_1_1_1.dtd\">");
                xml.open("ServiceExceptionReport", "version", "1.1.1");
            }
            String locator = e.locator();
            if (hasCode(e) && locator != null && version == WmsVersion.V1_3_0) {
                xml.open("ServiceException", "code", e.code(), "locator", locator);
            } else if (hasCode(e)) {
                xml.open("ServiceException", "code", e.code());
            } else {
                xml.open("ServiceException");
            }
            return xml.text(e.bilingual()).close().close().toBytes();
        } catch (XMLStreamException impossible) {
            return e.bilingual().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static boolean hasCode(RequestException e) {
        return !e.code().isEmpty();
    }
}
