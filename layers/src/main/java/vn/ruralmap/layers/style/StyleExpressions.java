package vn.ruralmap.layers.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.ruralmap.layers.filter.Condition;
import vn.ruralmap.layers.filter.Expression;
import vn.ruralmap.layers.filter.FesElement;
import vn.ruralmap.layers.filter.FesReader;
import vn.ruralmap.layers.filter.FilterException;
import vn.ruralmap.layers.filter.FilterNames;

/** Reads the filters and values of a style: all of {@link FesReader} that looks at properties only, not at geometry or ids. */
final class StyleExpressions {

    private final FilterNames names;
    private final Set<String> properties = new TreeSet<>();

    StyleExpressions(Predicate<String> knownProperty) {
        this.names = new FilterNames(null, knownProperty, "DescribeFeatureType");
    }

    /** All property names met so far. */
    Set<String> properties() {
        return properties;
    }

    /** @param filter {@code ogc:Filter} */
    Condition readFilter(StyleElement filter) {
        Condition condition = located(filter, () -> FesReader.read(element(filter), names));
        properties.addAll(condition.properties());
        return condition;
    }

    /** A parameter value: text, expressions, or both mixed, which then follow one another. */
    Expression readValue(StyleElement parameter) {
        List<Expression> parts = new ArrayList<>();
        for (Object part : parameter.content()) {
            if (part instanceof StyleElement child) {
                parts.add(located(child, () -> FesReader.readExpression(element(child), names)));
            } else if (part instanceof String text && !text.isBlank()) {
                parts.add(Expression.Literal.of(parameter.children().isEmpty() ? text.trim() : withoutLayout(text)));
            }
        }
        if (parts.isEmpty()) {
            throw parameter.refuse("thiếu giá trị", "a value is missing");
        }
        parts.forEach(part -> properties.addAll(part.properties()));
        return parts.size() == 1 ? parts.get(0) : new Expression.Joined(parts);
    }

    /** Text beside expressions keeps its spaces but not the line breaks and indents of the file. */
    private static String withoutLayout(String text) {
        return text.replaceAll("\\s*\\n\\s*", "");
    }

    /** A value that may not depend on the feature. */
    String readConstant(StyleElement parameter) {
        if (readValue(parameter) instanceof Expression.Literal literal) {
            return literal.text();
        }
        throw parameter.refuse(
                "chỉ chấp nhận giá trị cố định ở đây; hãy viết mỗi giá trị thành một Rule",
                "only a literal is accepted here; write one Rule per value");
    }

    private static FesElement element(StyleElement element) {
        List<Object> content = new ArrayList<>();
        for (Object part : element.content()) {
            content.add(part instanceof StyleElement child ? element(child) : part);
        }
        return new FesElement(element.name(), element.attributes(), Map.of(), content, null, element.line(), 1);
    }

    private static <T> T located(StyleElement at, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (FilterException e) {
            StyleException located =
                    new StyleException(at.file(), e.line() == 0 ? at.line() : e.line(), e.bareReason());
            located.initCause(e);
            throw located;
        }
    }
}
