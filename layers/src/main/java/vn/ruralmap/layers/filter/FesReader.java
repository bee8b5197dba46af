package vn.ruralmap.layers.filter;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.FilterException.Fault;
import vn.ruralmap.layers.model.Layer;

/**
 * Reads filters in XML: FES 2.0 (OGC 09-026r2), Filter 1.1 (OGC 04-095) and 1.0 (OGC 02-059), each with what clients mix into it of
 * the others.
 *
 * <pre>{@code
 * // the stream stands at the start of fes:Filter, and afterwards at its end
 * FesElement filter = FesReader.parse(xml, SystemReference.WGS84);
 * Condition condition = FesReader.read(filter, FeatureSelector.names(view, "DescribeFeatureType"));
 * }</pre>
 */
public final class FesReader {

    static final Map<String, ComparisonOperator> COMPARISONS = Map.of(
            "PropertyIsEqualTo", ComparisonOperator.EQUAL,
            "PropertyIsNotEqualTo", ComparisonOperator.NOT_EQUAL,
            "PropertyIsLessThan", ComparisonOperator.LESS,
            "PropertyIsLessThanOrEqualTo", ComparisonOperator.LESS_OR_EQUAL,
            "PropertyIsGreaterThan", ComparisonOperator.GREATER,
            "PropertyIsGreaterThanOrEqualTo", ComparisonOperator.GREATER_OR_EQUAL);
    /** Of values with several parts, of which no layer has any. */
    private static final Set<String> MATCH_ACTIONS = Set.of("Any", "All", "One");

    private static final XMLInputFactory FACTORY = factory();
    /** A line of its own, so that lines of the filter can be told. */
    private static final String SURROUNDINGS = "<x xmlns:ogc='http://www.opengis.net/ogc' xmlns:fes='"
            + "http://www.opengis.net/fes/2.0' xmlns:gml='http://www.opengis.net/gml' xmlns:ntm='" + Layer.NAMESPACE
            + "'>\n";

    private final FilterNames names;
    private final FesExpressions expressions;
    private final FesRelations relations;

    private static XMLInputFactory factory() {
        // the JDK's own parser, whatever else is on the class path: its safety settings are the ones tested
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory;
    }

    private FesReader(FilterNames names) {
        this.names = names;
        this.expressions = new FesExpressions(names);
        this.relations = new FesRelations(expressions);
    }

    /**
     * Reads the elements of a filter at whose start the stream stands, to its end. What its names mean is not looked at yet.
     *
     * @param standard the coordinate system of geometry without {@code srsName}
     * @throws FilterException if it is too large, or a geometry cannot be read
     * @throws XMLStreamException if the document is not well-formed
     */
    public static FesElement parse(XMLStreamReader xml, SystemReference standard) throws XMLStreamException {
        return new FesStream(xml, standard, 0).read(0);
    }

    /**
     * Reads a filter that came as text. Where it declares no namespaces, the usual prefixes mean the usual ones.
     *
     * @throws FilterException if it is not well-formed, has a document type, is too large, or a geometry cannot be read
     */
    public static FesElement parse(String text, SystemReference standard) {
        if (text.length() > FilterLimits.MAX_CHARACTERS) {
            throw FilterLimits.tooLarge();
        }
        try {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new StringReader(SURROUNDINGS + text + "</x>"));
            xml.nextTag();
            xml.nextTag();
            return new FesStream(xml, standard, 1).read(0);
        } catch (XMLStreamException e) {
            throw FilterException.of(
                    Fault.MALFORMED,
                    "bộ lọc không phải XML hợp lệ, hoặc có DOCTYPE",
                    "the filter is not well-formed XML, or has a DOCTYPE");
        }
    }

    /**
     * What a filter says.
     *
     * @param filter {@code Filter}
     * @throws FilterException naming line, column and remedy
     */
    public static Condition read(FesElement filter, FilterNames names) {
        if (!filter.name().equals("Filter")) {
            throw filter.malformed("cần <Filter>", "a <Filter> is needed");
        }
        return new FesReader(names).readAll(filter);
    }

    /** {@link #parse} and {@link #read(FesElement, FilterNames)} in one. */
    public static Condition read(XMLStreamReader xml, SystemReference standard, FilterNames names)
            throws XMLStreamException {
        return read(parse(xml, standard), names);
    }

    /** What an expression says: a literal, a property, arithmetic or a function. */
    public static Expression readExpression(FesElement element, FilterNames names) {
        return new FesExpressions(names).read(element);
    }

    /** The name of a property as XPath, for example of {@code wfs:ValueReference}. @throws FilterException if it has none */
    public static Expression readReference(FesElement element, FilterNames names) {
        return PropertyPath.read(element, names);
    }

    /** One operator, or any number of ids. */
    private Condition readAll(FesElement filter) {
        List<FesElement> children = filter.children();
        if (children.isEmpty()) {
            throw filter.malformed("thiếu điều kiện", "a condition is missing");
        }
        if (children.stream().allMatch(FesReader::isId)) {
            return ids(children);
        } else if (children.size() > 1) {
            throw filter.malformed("phải chứa đúng một toán tử", "must contain exactly one operator");
        }
        return operator(children.get(0));
    }

    private Condition operator(FesElement element) {
        ComparisonOperator comparison = COMPARISONS.get(element.name());
        if (comparison != null) {
            return compare(element, comparison);
        } else if (isId(element)) {
            return ids(List.of(element));
        } else if (relations.isRelation(element)) {
            if (names.layer() == null && !FesRelations.isTemporal(element)) {
                throw element.unsupported();
            }
            return relations.read(element);
        }
        return switch (element.name()) {
            case "And" -> new Condition.And(operators(element));
            case "Or" -> new Condition.Or(operators(element));
            case "Not" -> new Condition.Not(readAll(element));
            case "PropertyIsBetween" -> between(element);
            case "PropertyIsLike" -> like(element);
            case "PropertyIsNull" -> new Condition.IsNull(expressions.read(element.only()));
            case "PropertyIsNil" -> {
                // a value that is missing is left out, which is null and not nil (OGC 09-026r2 §7.7.3.6)
                expressions.read(element.only());
                yield Condition.NONE;
            }
            case "Function" -> new Condition.IsTrue(expressions.read(element));
            default -> throw element.unsupported();
        };
    }

    private List<Condition> operators(FesElement parent) {
        List<Condition> conditions = new ArrayList<>();
        List<FesElement> ids = new ArrayList<>();
        for (FesElement child : parent.children()) {
            if (isId(child)) {
                ids.add(child);
            } else {
                conditions.add(operator(child));
            }
        }
        // several ids together are one operator (OGC 09-026r2 §7.11.1)
        if (!ids.isEmpty()) {
            conditions.add(ids(ids));
        }
        if (conditions.isEmpty() || conditions.size() < 2 && ids.size() < 2) {
            throw parent.malformed("cần ít nhất hai điều kiện", "needs at least two conditions");
        }
        return conditions;
    }

    private Condition compare(FesElement element, ComparisonOperator operator) {
        List<FesElement> operands = element.operands(2);
        return new Condition.Comparison(
                expressions.read(operands.get(0)), operator, expressions.read(operands.get(1)), matchCase(element));
    }

    private static boolean matchCase(FesElement element) {
        String action = element.attribute("matchAction");
        if (action != null && !MATCH_ACTIONS.contains(action)) {
            throw element.malformed("matchAction là Any, All hoặc One", "matchAction is Any, All or One");
        }
        String matchCase = element.attribute("matchCase");
        if (matchCase == null) {
            return true;
        }
        String flag = Values.flag(matchCase.strip());
        if (!flag.equals("true") && !flag.equals("false")) {
            throw element.malformed("matchCase là true hoặc false", "matchCase is true or false");
        }
        return flag.equals("true");
    }

    private Condition between(FesElement element) {
        element.operands(3);
        matchCase(element);
        return Condition.between(
                expressions.read(element.children().get(0)),
                expressions.read(element.get("LowerBoundary").only()),
                expressions.read(element.get("UpperBoundary").only()));
    }

    private Condition like(FesElement element) {
        String escape =
                element.attribute("escapeChar") == null ? element.attribute("escape") : element.attribute("escapeChar");
        String wildCard = element.attribute("wildCard");
        String singleChar = element.attribute("singleChar");
        if (wildCard == null || singleChar == null || escape == null) {
            throw element.malformed(
                    "cần các thuộc tính wildCard, singleChar và escapeChar (1.0.0: escape)",
                    "needs the attributes wildCard, singleChar and escapeChar (1.0.0: escape)");
        }
        List<FesElement> operands = element.operands(2);
        if (!(expressions.read(operands.get(1)) instanceof Expression.Literal literal)) {
            throw element.malformed("mẫu phải là giá trị cố định", "the pattern must be a literal");
        }
        try {
            LikePattern.Signs signs = new LikePattern.Signs(wildCard, singleChar, escape);
            return new Condition.Like(
                    expressions.read(operands.get(0)), LikePattern.of(literal.text(), signs, matchCase(element)));
        } catch (FilterException e) {
            throw e.line() == 0 ? element.locate(e) : e;
        }
    }

    private static boolean isId(FesElement element) {
        return Set.of("ResourceId", "FeatureId", "GmlObjectId").contains(element.name());
    }

    private Condition ids(List<FesElement> elements) {
        if (names.layer() == null) {
            throw elements.get(0).unsupported();
        }
        BiFunction<FesElement, String, String> attribute = (element, name) -> {
            String value = element.attribute(name);
            if (value == null) {
                throw element.malformed("thiếu thuộc tính " + name, "the attribute " + name + " is missing");
            }
            return value;
        };
        Set<ResourceId> ids = new HashSet<>();
        for (FesElement element : elements) {
            switch (element.name()) {
                case "FeatureId" ->
                    ResourceId.find(attribute.apply(element, "fid")).ifPresent(ids::add);
                case "GmlObjectId" ->
                    ResourceId.find(attribute.apply(element, "id")).ifPresent(ids::add);
                default ->
                    ResourceId.find(attribute.apply(element, "rid"))
                            .map(id -> FesVersions.restrict(id, element))
                            .ifPresent(ids::add);
            }
        }
        return new Condition.Ids(ids);
    }
}
