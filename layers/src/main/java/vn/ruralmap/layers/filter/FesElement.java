package vn.ruralmap.layers.filter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * One element of a filter in XML, whichever document it comes from. Namespaces of all versions are read alike, since clients mix
 * them.
 *
 * @param attributes by local name
 * @param prefixes the namespaces of prefixes that the text uses
 * @param content texts and elements in their order
 * @param geometry what a GML geometry or box was read as; null: it is none
 * @param line from 1
 */
public record FesElement(
        String name,
        Map<String, String> attributes,
        Map<String, String> prefixes,
        List<Object> content,
        @Nullable Expression geometry,
        int line,
        int column) {

    public FesElement {
        attributes = Map.copyOf(attributes);
        prefixes = Map.copyOf(prefixes);
        content = List.copyOf(content);
    }

    List<FesElement> children() {
        return content.stream()
                .filter(FesElement.class::isInstance)
                .map(FesElement.class::cast)
                .toList();
    }

    /** As it was written, with all blanks. */
    String rawText() {
        StringBuilder text = new StringBuilder();
        for (Object part : content) {
            if (part instanceof String string) {
                text.append(string);
            }
        }
        return text.toString();
    }

    String text() {
        return rawText().strip();
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** Exactly so many. */
    List<FesElement> operands(int count) {
        List<FesElement> operands = children();
        if (operands.size() != count) {
            throw malformed(
                    "cần đúng " + count + " phần tử bên trong, không phải " + operands.size(),
                    "needs exactly " + count + " elements within, not " + operands.size());
        }
        return operands;
    }

    FesElement only() {
        return operands(1).get(0);
    }

    /** The only child of that name. */
    FesElement get(String child) {
        List<FesElement> found =
                children().stream().filter(each -> each.name.equals(child)).toList();
        if (found.size() != 1) {
            throw malformed("cần đúng một <" + child + ">", "needs exactly one <" + child + ">");
        }
        return found.get(0);
    }

    FilterException malformed(String vi, String en) {
        return refuse(Fault.MALFORMED, vi, en);
    }

    FilterException unsupported() {
        return refuse(Fault.UNSUPPORTED, "không hỗ trợ phần tử này", "this element is not supported");
    }

    FilterException refuse(Fault fault, String vi, String en) {
        return FilterException.at(
                line, column, fault, new LocalizedText("<" + name + ">: " + vi, "<" + name + ">: " + en));
    }

    /** The same reason, with this place. */
    FilterException locate(FilterException reason) {
        return refuse(
                reason.fault(), reason.bareReason().vi(), reason.bareReason().en());
    }
}
