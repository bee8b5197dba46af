package vn.ruralmap.conformance;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Runs one suite on one subject after the other, in the process of the suite.
 *
 * <p>{@code SuiteMain CONTROLLER FOLDER KEY NAME URL [NAME URL]...} leaves {@code FOLDER/NAME.xml}, the results as TestNG writes
 * them, for each.
 */
public final class SuiteMain {

    private SuiteMain() {}

    /** @param arguments see above */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Class<?> type = Class.forName(arguments[0]);
        for (int i = 3; i < arguments.length; i += 2) {
            Path raw = Files.createTempDirectory(folder, "raw");
            Object controller =
                    type.getConstructor(String.class).newInstance(raw.toUri().toString());
            Source results = (Source) type.getMethod("doTestRun", Document.class)
                    .invoke(controller, subject(arguments[2], arguments[i + 1]));
            Path written = Path.of(URI.create(results.getSystemId()));
            Files.move(written, folder.resolve(arguments[i] + ".xml"), StandardCopyOption.REPLACE_EXISTING);
        }
        // a suite may leave threads behind
        System.exit(0);
    }

    /** The properties document that every controller takes. */
    private static Document subject(String key, String url) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        Element properties = document.createElement("properties");
        document.appendChild(properties);
        Element entry = document.createElement("entry");
        entry.setAttribute("key", key);
        entry.setTextContent(url);
        properties.appendChild(entry);
        return document;
    }
}
