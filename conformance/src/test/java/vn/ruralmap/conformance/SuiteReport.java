package vn.ruralmap.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What a suite found. @param results of all tests, in the order they ran */
record SuiteReport(List<Result> results) {

    /** How a test ended. */
    enum Status {
        PASS,
        FAIL,
        SKIP
    }

    /**
     * One test with one set of parameters.
     *
     * @param conformanceClass as the suite calls it, for example {@code Basic WFS}
     * @param test its class and method
     * @param message why it did not pass
     */
    record Result(String conformanceClass, String test, List<String> parameters, Status status, String message) {
        @Override
        public String toString() {
            return conformanceClass + ": " + test + parameters + ": " + message;
        }
    }

    /** @param file as TestNG writes it */
    static SuiteReport read(Path file) throws IOException {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            // answers are quoted in messages with characters that no XML document may have
            String text = Files.readString(file).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "?");
            List<Result> results = new ArrayList<>();
            for (Element test : elements(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement(), "test")) {
                for (Element type : elements(test, "class")) {
                    for (Element method : elements(type, "test-method")) {
                        if (!method.getAttribute("is-config").equals("true")) {
                            results.add(result(test.getAttribute("name"), type.getAttribute("name"), method));
                        }
                    }
                }
            }
            return new SuiteReport(results);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not TestNG's results: " + file, e);
        }
    }

    private static Result result(String conformanceClass, String type, Element method) {
        return new Result(
                conformanceClass,
                type.substring(type.lastIndexOf('.') + 1) + "." + method.getAttribute("name"),
                elements(method, "value").stream()
                        .map(value -> value.getTextContent().strip())
                        .toList(),
                Status.valueOf(method.getAttribute("status")),
                elements(method, "message").stream()
                        .map(message ->
                                message.getTextContent().replaceAll("\\s+", " ").strip())
                        .findFirst()
                        .orElse(""));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    List<Result> with(Status status) {
        return results.stream().filter(result -> result.status() == status).toList();
    }

    /** @return of one class, those that ended so */
    List<Result> with(Status status, String conformanceClass) {
        return with(status).stream()
                .filter(result -> result.conformanceClass().equals(conformanceClass))
                .toList();
    }

    /** How many tests ended how, in a line. */
    String total() {
        return "%d passed, %d failed, %d skipped"
                .formatted(
                        with(Status.PASS).size(),
                        with(Status.FAIL).size(),
                        with(Status.SKIP).size());
    }

    /** The same for each class, in lines. */
    String summary() {
        return results.stream()
                .map(Result::conformanceClass)
                .distinct()
                .map(name -> "%-60s passed %4d  failed %4d  skipped %4d"
                        .formatted(
                                name,
                                with(Status.PASS, name).size(),
                                with(Status.FAIL, name).size(),
                                with(Status.SKIP, name).size()))
                .collect(Collectors.joining("\n"));
    }
}
