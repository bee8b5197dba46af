package vn.ruralmap.server.wfs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.ruralmap.server.encoding.XmlWriter;
import vn.ruralmap.server.support.RequestException;

/** The exception report of OWS Common (OGC 06-121r9 §8), one text per language. */
final class ExceptionReport {

    private ExceptionReport() {}

    static void write(RequestException e, HttpServletResponse response) throws IOException {
        response.setStatus(e.httpStatus());
        response.setContentType("application/xml;charset=UTF-8");
        XmlWriter xml = XmlWriter.indented(response.getOutputStream());
        xml.start("ows:ExceptionReport")
                .attribute("xmlns:ows", Namespaces.OWS)
                .attribute("xmlns:xsi", Namespaces.XSI)
                .attribute(
                        "xsi:schemaLocation",
                        Namespaces.OWS + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
                .attribute("version", "2.0.0")
                .attribute("xml:lang", "vi");
        xml.start("ows:Exception").attribute("exceptionCode", e.code());
        String locator = e.locator();
        if (locator != null) {
            xml.attribute("locator", locator);
        }
        xml.element("ows:ExceptionText", e.text().vi());
        xml.element("ows:ExceptionText", e.text().en());
        xml.finish();
    }
}
