package vn.ruralmap.layers.filter;

import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.FilterException.Fault;

/**
 * A part of a filter, of which only what comes after it tells whether it is a condition or a value: {@code (a)}.
 *
 * @param start where it begins, from 0
 * @param condition null: it is a value
 * @param expression null: it is a condition
 */
record CqlTerm(
        int start, @Nullable Condition condition, @Nullable Expression expression) {

    static CqlTerm of(int start, Condition condition) {
        return new CqlTerm(start, condition, null);
    }

    static CqlTerm of(int start, Expression expression) {
        return new CqlTerm(start, null, expression);
    }

    /** A value that is true or false is a condition. */
    Condition asCondition() {
        if (condition != null) {
            return condition;
        } else if (expression instanceof Expression.Literal literal) {
            if (literal.value() instanceof Boolean flag) {
                return flag ? Condition.ALL : Condition.NONE;
            }
            throw CqlLexer.refuse(
                    start,
                    Fault.MALFORMED,
                    "cần một điều kiện, ví dụ name = 'Kế Sách'",
                    "a condition is needed, for example name = 'Kế Sách'");
        }
        return new Condition.IsTrue(asExpression());
    }

    Expression asExpression() {
        if (expression == null) {
            throw CqlLexer.refuse(
                    start,
                    Fault.MALFORMED,
                    "cần một giá trị, không phải điều kiện",
                    "a value is needed, not a condition");
        }
        return expression;
    }
}
