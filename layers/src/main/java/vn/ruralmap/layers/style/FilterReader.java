package vn.ruralmap.layers.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.function.string.ConcatenateFunction;

/**
 * Filter Encoding 1.1 (and the parts of 2.0 with other names) onto GeoTools filters.
 *
 * <p>No functions: in filters and labels of strangers they were the way to run code on a map server. No spatial
 * operators: a style does not need them. Property names are looked up in the layer, never parsed as XPath.
 */
final class FilterReader {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final Predicate<String> knownProperty;
    private final Set<String> properties = new TreeSet<>();

    FilterReader(Predicate<String> knownProperty) {
        this.knownProperty = knownProperty;
    }

    /** All property names met so far. */
    Set<String> properties() {
        return properties;
    }

    /** @param parent {@code ogc:Filter} or {@code ogc:Not}: exactly one operator inside */
    Filter readOnly(StyleElement parent) {
        List<StyleElement> operators = parent.children();
        if (operators.size() != 1) {
            throw parent.refuse("phải chứa đúng một toán tử", "must contain exactly one operator");
        }
        return readOperator(operators.get(0));
    }

    private Filter readOperator(StyleElement operator) {
        boolean matchCase = !"false".equalsIgnoreCase(operator.attribute("matchCase"));
        return switch (operator.name()) {
            case "And" -> FILTERS.and(readAll(operator));
            case "Or" -> FILTERS.or(readAll(operator));
            case "Not" -> FILTERS.not(readOnly(operator));
            case "PropertyIsEqualTo" -> FILTERS.equal(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsNotEqualTo" -> FILTERS.notEqual(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsLessThan" -> FILTERS.less(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsLessThanOrEqualTo" ->
                FILTERS.lessOrEqual(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsGreaterThan" -> FILTERS.greater(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsGreaterThanOrEqualTo" ->
                FILTERS.greaterOrEqual(operand(operator, 0), operand(operator, 1), matchCase);
            case "PropertyIsBetween" ->
                FILTERS.between(
                        operand(operator, 0),
                        readExpression(only(operator.get("LowerBoundary"))),
                        readExpression(only(operator.get("UpperBoundary"))));
            case "PropertyIsLike" -> readLike(operator, matchCase);
            case "PropertyIsNull" -> FILTERS.isNull(operand(operator, 0));
            default -> throw operator.unsupported();
        };
    }

    private List<Filter> readAll(StyleElement parent) {
        List<Filter> filters = new ArrayList<>();
        for (StyleElement child : parent.children()) {
            filters.add(readOperator(child));
        }
        if (filters.size() < 2) {
            throw parent.refuse("cần ít nhất hai điều kiện", "needs at least two conditions");
        }
        return filters;
    }

    private Filter readLike(StyleElement like, boolean matchCase) {
        String escape = like.attribute("escapeChar");
        escape = escape == null ? like.attribute("escape") : escape;
        if (like.attribute("wildCard") == null || like.attribute("singleChar") == null || escape == null) {
            throw like.refuse(
                    "cần các thuộc tính wildCard, singleChar và escapeChar",
                    "needs the attributes wildCard, singleChar and escapeChar");
        }
        if (!(operand(like, 1) instanceof Literal literal)) {
            throw like.refuse("mẫu phải là giá trị cố định", "the pattern must be a literal");
        }
        return FILTERS.like(
                operand(like, 0),
                literal.getValue().toString(),
                like.attribute("wildCard"),
                like.attribute("singleChar"),
                escape,
                matchCase);
    }

    private Expression operand(StyleElement operator, int index) {
        List<StyleElement> operands = operator.children();
        if (operands.size() <= index) {
            throw operator.refuse("thiếu toán hạng", "an operand is missing");
        }
        return readExpression(operands.get(index));
    }

    private static StyleElement only(StyleElement parent) {
        if (parent.children().size() != 1) {
            throw parent.refuse("phải chứa đúng một biểu thức", "must contain exactly one expression");
        }
        return parent.children().get(0);
    }

    private Expression readExpression(StyleElement element) {
        return switch (element.name()) {
            // A literal of blanks is a separator in a label, so it must survive the trimming.
            case "Literal" -> FILTERS.literal(element.text().isEmpty() ? raw(element) : element.text());
            case "PropertyName", "ValueReference" -> FILTERS.property(propertyName(element));
            case "Add" -> FILTERS.add(operand(element, 0), operand(element, 1));
            case "Sub" -> FILTERS.subtract(operand(element, 0), operand(element, 1));
            case "Mul" -> FILTERS.multiply(operand(element, 0), operand(element, 1));
            case "Div" -> FILTERS.divide(operand(element, 0), operand(element, 1));
            case "Function" ->
                throw element.refuse("không được dùng hàm trong tệp kiểu", "functions are not allowed in a style file");
            default -> throw element.unsupported();
        };
    }

    private static String raw(StyleElement element) {
        StringBuilder raw = new StringBuilder();
        element.content().forEach(part -> raw.append(part));
        return raw.toString();
    }

    private String propertyName(StyleElement element) {
        String name = element.text();
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,63}")) {
            throw element.refuse(
                    "«" + name + "» không phải tên thuộc tính đơn giản",
                    "\"" + name + "\" is not a simple property name");
        }
        if (!knownProperty.test(name)) {
            throw element.refuse(
                    "lớp không có thuộc tính «" + name + "»", "the layer has no property \"" + name + "\"");
        }
        properties.add(name);
        return name;
    }

    /**
     * A parameter value: text, expressions, or both mixed, which then follow one another.
     *
     * @return a literal, a property, arithmetic, or GeoTools' {@code Concatenate} over those
     */
    Expression readValue(StyleElement parameter) {
        List<Expression> parts = new ArrayList<>();
        for (Object part : parameter.content()) {
            if (part instanceof StyleElement child) {
                parts.add(readExpression(child));
            } else if (part instanceof String text && !text.isBlank()) {
                parts.add(FILTERS.literal(parameter.children().isEmpty() ? text.trim() : withoutLayout(text)));
            }
        }
        if (parts.isEmpty()) {
            throw parameter.refuse("thiếu giá trị", "a value is missing");
        }
        return parts.size() == 1 ? parts.get(0) : concatenation(parts);
    }

    /** Made directly: GeoTools' factory would first look for every function that anything on the class path offers. */
    private static Expression concatenation(List<Expression> parts) {
        ConcatenateFunction concatenation = new ConcatenateFunction();
        concatenation.setParameters(parts);
        return concatenation;
    }

    /** Text beside expressions keeps its spaces but not the line breaks and indents of the file. */
    private static String withoutLayout(String text) {
        return text.replaceAll("\\s*\\n\\s*", "");
    }

    /** A value that may not depend on the feature. */
    Literal readConstant(StyleElement parameter) {
        if (readValue(parameter) instanceof Literal literal) {
            return literal;
        }
        throw parameter.refuse(
                "chỉ chấp nhận giá trị cố định ở đây; hãy viết mỗi giá trị thành một Rule",
                "only a literal is accepted here; write one Rule per value");
    }
}
