package vn.ruralmap.server.encoding;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/** The exception report of OWS Common 1.1 (OGC 06-121r9 §8) and 1.0 (OGC 05-008 §8), one text per language. */
public final class OwsExceptionReport {

    private static final String OWS = "http://www.opengis.net/ows/1.1";
    private static final String OLD_OWS = "http://www.opengis.net/ows";

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
        report(xml, OWS, "1.1.0", version).attribute("xml:lang", "vi");
        exception(xml, code, locator, text);
    }

    /** The same in the form of OWS Common 1.0. */
    public static void writeOld(
            OutputStream output, String version, String code, @Nullable String locator, LocalizedText text)
            throws IOException {
        XmlWriter xml = XmlWriter.indented(output);
        report(xml, OLD_OWS, "1.0.0", version).attribute("language", "vi");
        exception(xml, code, locator, text);
    }

    private static XmlWriter report(XmlWriter xml, String namespace, String schema, String version) throws IOException {
        return xml.start("ows:ExceptionReport")
                .attribute("xmlns:ows", namespace)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute(
                        "xsi:schemaLocation",
                        namespace + " http://schemas.opengis.net/ows/" + schema + "/owsExceptionReport.xsd")
                .attribute("version", version);
    }

    private static void exception(XmlWriter xml, String code, @Nullable String locator, LocalizedText text)
            throws IOException {
        xml.start("ows:Exception").attribute("exceptionCode", code);
        if (locator != null) {
            xml.attribute("locator", locator);
        }
        xml.element("ows:ExceptionText", text.vi());
        xml.element("ows:ExceptionText", text.en());
        xml.finish();
    }
}
