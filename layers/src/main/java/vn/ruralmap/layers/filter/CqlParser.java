package vn.ruralmap.layers.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.crs.SystemReference;
import vn.ruralmap.layers.filter.CqlLexer.Kind;
import vn.ruralmap.layers.filter.FilterException.Fault;

/** Reads CQL by recursive descent, the loosest operators first (OGC 21-065r2 annex B). */
final class CqlParser {

    private final CqlLexer lexer;
    private final FilterNames names;
    private final boolean isEcql;
    private final CqlCalls calls;
    private int depth;
    private int nodes;

    CqlParser(CqlLexer lexer, FilterNames names, SystemReference reference, boolean isEcql) {
        this.lexer = lexer;
        this.names = names;
        this.isEcql = isEcql;
        this.calls = new CqlCalls(this, lexer, reference);
    }

    Condition parse() {
        if (isEcql && lexer.takeWord("INCLUDE")) {
            demandEnd();
            return Condition.ALL;
        } else if (isEcql && lexer.takeWord("EXCLUDE")) {
            demandEnd();
            return Condition.NONE;
        }
        Condition condition = or().asCondition();
        demandEnd();
        return condition;
    }

    private void demandEnd() {
        if (lexer.kind() != Kind.END) {
            throw lexer.malformed(
                    "bộ lọc đã hết ở đây; các điều kiện nối với nhau bằng AND hoặc OR",
                    "the filter has ended here; conditions are joined by AND or OR");
        }
    }

    private CqlTerm or() {
        CqlTerm first = and();
        if (!lexer.isWord("OR")) {
            return first;
        }
        List<Condition> conditions = new ArrayList<>(List.of(first.asCondition()));
        while (lexer.takeWord("OR")) {
            conditions.add(and().asCondition());
        }
        return CqlTerm.of(first.start(), new Condition.Or(conditions));
    }

    private CqlTerm and() {
        CqlTerm first = not();
        if (!lexer.isWord("AND")) {
            return first;
        }
        List<Condition> conditions = new ArrayList<>(List.of(first.asCondition()));
        while (lexer.takeWord("AND")) {
            conditions.add(not().asCondition());
        }
        return CqlTerm.of(first.start(), new Condition.And(conditions));
    }

    private CqlTerm not() {
        int start = lexer.start();
        if (!lexer.isWord("NOT")) {
            return predicate();
        }
        enter();
        lexer.take();
        CqlTerm denied = CqlTerm.of(start, new Condition.Not(not().asCondition()));
        leave();
        return denied;
    }

    private CqlTerm predicate() {
        int start = lexer.start();
        if (isEcql && lexer.isWord("IN")) {
            return CqlTerm.of(start, ids());
        }
        CqlTerm left = sum();
        if (lexer.kind() == Kind.SIGN) {
            Optional<ComparisonOperator> comparison = CqlOperators.findComparison(lexer.value());
            if (comparison.isPresent()) {
                lexer.take();
                return CqlTerm.of(
                        start,
                        new Condition.Comparison(left.asExpression(), comparison.get(), sum().asExpression(), true));
            }
            return left;
        }
        if (lexer.kind() != Kind.WORD) {
            return left;
        }
        Condition condition = test(left);
        return condition == null ? left : CqlTerm.of(start, condition);
    }

    /** What comes after a value; null: nothing that makes a condition of it. */
    private @Nullable Condition test(CqlTerm left) {
        if (lexer.takeWord("IS")) {
            boolean denied = lexer.takeWord("NOT");
            lexer.demandWord("NULL");
            return deny(denied, new Condition.IsNull(left.asExpression()));
        }
        if (isEcql) {
            Optional<TemporalOperator> temporal = CqlOperators.findInfixTemporal(lexer.value());
            if (temporal.isPresent()) {
                lexer.take();
                return temporal(left, temporal.get());
            }
        }
        boolean denied = lexer.takeWord("NOT");
        if (lexer.takeWord("LIKE")) {
            return deny(denied, like(left, true));
        } else if (lexer.takeWord("ILIKE")) {
            return deny(denied, like(left, false));
        } else if (lexer.takeWord("BETWEEN")) {
            Expression lower = sum().asExpression();
            lexer.demandWord("AND");
            return deny(denied, Condition.between(left.asExpression(), lower, sum().asExpression()));
        } else if (lexer.takeWord("IN")) {
            return deny(denied, new Condition.In(left.asExpression(), items()));
        } else if (denied) {
            throw lexer.malformed("sau NOT cần LIKE, BETWEEN hoặc IN", "after NOT comes LIKE, BETWEEN or IN");
        }
        return null;
    }

    private static Condition deny(boolean denied, Condition condition) {
        return denied ? new Condition.Not(condition) : condition;
    }

    /** BEFORE OR DURING and DURING OR AFTER are one operator each. */
    private Condition temporal(CqlTerm left, TemporalOperator operator) {
        TemporalOperator second = null;
        if (operator == TemporalOperator.BEFORE && lexer.takeWord("OR")) {
            lexer.demandWord("DURING");
            second = TemporalOperator.DURING;
        } else if (operator == TemporalOperator.DURING && lexer.takeWord("OR")) {
            lexer.demandWord("AFTER");
            second = TemporalOperator.AFTER;
        }
        Expression when = calls.period();
        Condition first = new Condition.Temporal(left.asExpression(), operator, when);
        return second == null
                ? first
                : new Condition.Or(List.of(first, new Condition.Temporal(left.asExpression(), second, when)));
    }

    private Condition like(CqlTerm left, boolean matchCase) {
        int start = lexer.start();
        if (!(sum().asExpression() instanceof Expression.Literal pattern)) {
            throw CqlLexer.refuse(
                    start,
                    Fault.MALFORMED,
                    "mẫu phải là chữ, ví dụ 'Kế%'",
                    "the pattern must be a text, such as 'Kế%'");
        }
        try {
            return new Condition.Like(
                    left.asExpression(), LikePattern.of(pattern.text(), LikePattern.Signs.SQL, matchCase));
        } catch (FilterException e) {
            throw CqlLexer.locate(start, e);
        }
    }

    /** {@code IN ('communes.5', 'communes.7')} without anything before it means features. */
    private Condition ids() {
        lexer.take();
        Set<ResourceId> ids = new HashSet<>();
        for (Expression item : items()) {
            if (item instanceof Expression.Literal literal) {
                ResourceId.find(literal.text()).ifPresent(ids::add);
            }
        }
        return new Condition.Ids(ids);
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        lexer.demandSign("(");
        do {
            if (items.size() == FilterLimits.MAX_ITEMS) {
                throw CqlLexer.locate(lexer.start(), FilterLimits.tooLarge());
            }
            // constants cost little
            nodes -= items.size() % 10 == 0 ? 0 : 1;
            items.add(sum().asExpression());
        } while (lexer.takeSign(","));
        lexer.demandSign(")");
        return items;
    }

    /** A value, or a condition in brackets. */
    CqlTerm sum() {
        CqlTerm left = product();
        while (lexer.isSign("+") || lexer.isSign("-")) {
            left = arithmetic(left, lexer.take(), product());
        }
        return left;
    }

    private CqlTerm product() {
        CqlTerm left = power();
        while (lexer.isSign("*") || lexer.isSign("/") || lexer.isSign("%") || lexer.isWord("DIV")) {
            left = arithmetic(left, lexer.take(), power());
        }
        return left;
    }

    private CqlTerm power() {
        CqlTerm base = primary();
        if (!lexer.isSign("^")) {
            return base;
        }
        enter();
        CqlTerm result = arithmetic(base, lexer.take(), power());
        leave();
        return result;
    }

    private CqlTerm arithmetic(CqlTerm left, String operator, CqlTerm right) {
        return CqlTerm.of(
                left.start(),
                new Expression.Arithmetic(
                        left.asExpression(),
                        CqlOperators.findArithmetic(operator).orElseThrow(),
                        right.asExpression()));
    }

    private CqlTerm primary() {
        enter();
        if (++nodes > FilterLimits.MAX_NODES) {
            throw CqlLexer.locate(lexer.start(), FilterLimits.tooLarge());
        }
        CqlTerm term = atom();
        leave();
        return term;
    }

    private CqlTerm atom() {
        int start = lexer.start();
        switch (lexer.kind()) {
            case TEXT -> {
                return CqlTerm.of(start, Expression.Literal.of(lexer.take()));
            }
            case NUMBER -> {
                return CqlTerm.of(start, number(lexer.take(), ""));
            }
            case TIME -> {
                return CqlTerm.of(start, Expression.Literal.of(lexer.take()));
            }
            case NAME -> {
                return CqlTerm.of(start, property(start, lexer.take()));
            }
            case WORD -> {
                return word(start);
            }
            case SIGN -> {
                if (lexer.takeSign("-")) {
                    return negative(start);
                } else if (lexer.isSign("(") || isEcql && lexer.isSign("[")) {
                    return bracket();
                }
            }
            case END -> {
                // below
            }
        }
        throw lexer.malformed(
                "cần một giá trị ở đây: tên thuộc tính, số, hoặc chữ trong dấu nháy đơn như 'Kế Sách'",
                "a value is needed here: the name of a property, a number, or text in single quotes such as 'Kế Sách'");
    }

    private CqlTerm negative(int start) {
        if (lexer.kind() == Kind.NUMBER) {
            return CqlTerm.of(start, number(lexer.take(), "-"));
        }
        return CqlTerm.of(
                start,
                new Expression.Arithmetic(
                        new Expression.Literal(0L, "0"),
                        ArithmeticOperator.SUBTRACT,
                        primary().asExpression()));
    }

    private static Expression number(String digits, String sign) {
        return CqlNumbers.literal(sign + digits);
    }

    private CqlTerm bracket() {
        int start = lexer.start();
        String close = lexer.take().equals("(") ? ")" : "]";
        CqlTerm within = or();
        lexer.demandSign(close);
        return new CqlTerm(start, within.condition(), within.expression());
    }

    private CqlTerm word(int start) {
        if (calls.isNext()) {
            return calls.read();
        }
        if (lexer.isWord("TRUE") || lexer.isWord("FALSE")) {
            boolean flag = lexer.isWord("TRUE");
            return CqlTerm.of(start, new Expression.Literal(flag, lexer.take().toLowerCase(Locale.ROOT)));
        }
        return CqlTerm.of(start, property(start, lexer.take()));
    }

    private Expression property(int start, String name) {
        try {
            return names.resolve(name.startsWith("ntm:") ? name.substring("ntm:".length()) : name);
        } catch (FilterException e) {
            throw CqlLexer.locate(start, e);
        }
    }

    /** One level deeper. */
    void enter() {
        if (++depth > FilterLimits.MAX_DEPTH) {
            throw CqlLexer.locate(lexer.start(), FilterLimits.tooLarge());
        }
    }

    void leave() {
        depth--;
    }
}
