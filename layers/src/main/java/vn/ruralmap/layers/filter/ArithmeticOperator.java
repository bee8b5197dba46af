package vn.ruralmap.layers.filter;

/** Operations on two numbers. */
public enum ArithmeticOperator {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /** The whole part of the quotient. */
    INTEGER_DIVIDE,
    MODULO,
    POWER;

    double apply(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case INTEGER_DIVIDE -> {
                double quotient = a / b;
                yield quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
            }
            case MODULO -> a % b;
            case POWER -> Math.pow(a, b);
        };
    }
}
