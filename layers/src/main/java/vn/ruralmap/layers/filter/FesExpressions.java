package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads the expressions of filters in XML. */
final class FesExpressions {

    private final FilterNames names;

    FesExpressions(FilterNames names) {
        this.names = names;
    }

    Expression read(FesElement element) {
        if (element.geometry() != null) {
            return element.geometry();
        }
        return switch (element.name()) {
            case "ValueReference", "PropertyName" -> PropertyPath.read(element, names);
            case "Literal" -> literal(element);
            case "Function" -> call(element);
            case "Add" -> arithmetic(element, ArithmeticOperator.ADD);
            case "Sub" -> arithmetic(element, ArithmeticOperator.SUBTRACT);
            case "Mul" -> arithmetic(element, ArithmeticOperator.MULTIPLY);
            case "Div" -> arithmetic(element, ArithmeticOperator.DIVIDE);
            case "TimeInstant", "TimePeriod" -> new Expression.TimeLiteral(FesTimes.read(element));
            default -> throw element.unsupported();
        };
    }

    private Expression literal(FesElement element) {
        List<FesElement> children = element.children();
        if (!children.isEmpty()) {
            FesElement only = element.only();
            if (only.geometry() == null && !FesTimes.isTime(only)) {
                throw only.unsupported();
            }
            return read(only);
        }
        // a literal of blanks is a separator in a label
        String text = element.text();
        return Expression.Literal.of(text.isEmpty() ? element.rawText() : text);
    }

    private Expression arithmetic(FesElement element, ArithmeticOperator operator) {
        List<FesElement> operands = element.operands(2);
        return new Expression.Arithmetic(read(operands.get(0)), operator, read(operands.get(1)));
    }

    private Expression call(FesElement element) {
        String name = element.attribute("name");
        Optional<FilterFunction> function = name == null ? Optional.empty() : FilterFunction.find(name);
        FilterFunction known = function.orElseThrow(() -> element.refuse(
                Fault.UNSUPPORTED,
                FilterNames.functions().vi(),
                FilterNames.functions().en()));
        List<Expression> arguments = new ArrayList<>();
        element.children().forEach(operand -> arguments.add(read(operand)));
        try {
            return known.call(arguments);
        } catch (FilterException e) {
            throw element.locate(e);
        }
    }
}
