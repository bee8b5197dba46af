package vn.ruralmap.layers.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * One element of a style document, with the line it starts on.
 *
 * @param name local name; the SLD, SE, OGC and FES namespaces are read alike because files mix them freely
 * @param attributes by local name
 * @param content child {@link StyleElement}s and {@link String}s in document order
 */
record StyleElement(String file, int line, String name, Map<String, String> attributes, List<Object> content) {

    List<StyleElement> children() {
        List<StyleElement> children = new ArrayList<>();
        for (Object part : content) {
            if (part instanceof StyleElement child) {
                children.add(child);
            }
        }
        return children;
    }

    List<StyleElement> children(String childName) {
        return children().stream().filter(child -> child.name.equals(childName)).toList();
    }

    Optional<StyleElement> find(String childName) {
        return children(childName).stream().findFirst();
    }

    StyleElement get(String childName) {
        return find(childName)
                .orElseThrow(() -> refuse("thiếu phần tử <" + childName + ">", "<" + childName + "> is missing"));
    }

    /** The first child with one of the names: SLD 1.0 and SE 1.1 renamed some elements. */
    Optional<StyleElement> findAny(String... names) {
        for (String each : names) {
            Optional<StyleElement> found = find(each);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String string) {
                text.append(string);
            }
        }
        return text.toString().trim();
    }

    @Nullable
    String attribute(String attributeName) {
        return attributes.get(attributeName);
    }

    double number() {
        try {
            double value = Double.parseDouble(text());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw refuse("«" + text() + "» không phải là số", "\"" + text() + "\" is not a number", notANumber);
        }
        throw refuse("«" + text() + "» không phải là số", "\"" + text() + "\" is not a number");
    }

    StyleException unsupported() {
        return refuse(
                "không hỗ trợ phần tử này; hãy bỏ nó khỏi tệp kiểu",
                "this element is not supported; remove it from the style file");
    }

    StyleException refuse(String vi, String en) {
        return new StyleException(file, line, new LocalizedText("<" + name + ">: " + vi, "<" + name + ">: " + en));
    }

    private StyleException refuse(String vi, String en, Exception cause) {
        StyleException exception = refuse(vi, en);
        exception.initCause(cause);
        return exception;
    }
}
