package vn.ruralmap.server.encoding;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/** The exception report of OWS Common 1.1 (OGC 06-121r9 §8), one text per language. */
public final class OwsExceptionReport {

    private static final String OWS = "http://www.opengis.net/ows/1.1";

    private OwsExceptionReport() {}

    /**
     * @param version of the service
     * @param code for example {@code InvalidParameterValue}
     * @param locator the parameter it is about, null: none
     */
    public static void write(
            OutputStream output, String version, String code, @Nullable String locator, LocalizedText text)
            throws IOException {
        XmlWriter xml = XmlWriter.indented(output);
        xml.start("ows:ExceptionReport")
                .attribute("xmlns:ows", OWS)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", OWS + " http://schemas.opengis.net/ows/1.1.0/owsExceptionReport.xsd")
                .attribute("version", version)
                .attribute("xml:lang", "vi");
        xml.start("ows:Exception").attribute("exceptionCode", code);
        if (locator != null) {
            xml.attribute("locator", locator);
        }
        xml.element("ows:ExceptionText", text.vi());
        xml.element("ows:ExceptionText", text.en());
        xml.finish();
    }
}
