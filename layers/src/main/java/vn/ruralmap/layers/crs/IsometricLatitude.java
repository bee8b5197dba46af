package vn.ruralmap.layers.crs;

/**
 * The y of Mercator's projection of the unit sphere, ln tan(45° + latitude / 2), by polynomials around points of a table: a fifth of
 * the time of sine and logarithm, and every vertex of every map needs one.
 *
 * <p>Between two points, 1/64 degree apart, four terms of Taylor's series are left with less than 4e-15, which is less than 30 nm
 * on the ground, at the edge of the map at 85 degrees; below 60 degrees it is the rounding of the numbers.
 */
final class IsometricLatitude {

    private static final int POINTS_PER_DEGREE = 64;
    private static final int MAX_DEGREES = 86;
    private static final int TERMS = 5;

    /** Of each point the value and four derivatives, each by the factorial of its number, per degrees. */
    private static final double[] TABLE = new double[(2 * MAX_DEGREES * POINTS_PER_DEGREE + 1) * TERMS];

    static {
        double perDegree = Math.toRadians(1);
        for (int i = 0; i < TABLE.length; i += TERMS) {
            double latitude = Math.toRadians((double) (i / TERMS) / POINTS_PER_DEGREE - MAX_DEGREES);
            double sine = Math.sin(latitude);
            double secant = 1 / Math.cos(latitude);
            double tangent = Math.tan(latitude);
            double square = secant * secant;
            TABLE[i] = 0.5 * Math.log((1 + sine) / (1 - sine));
            TABLE[i + 1] = secant * perDegree;
            TABLE[i + 2] = secant * tangent * Math.pow(perDegree, 2) / 2;
            TABLE[i + 3] = secant * (2 * square - 1) * Math.pow(perDegree, 3) / 6;
            TABLE[i + 4] = secant * tangent * (6 * square - 1) * Math.pow(perDegree, 4) / 24;
        }
    }

    private IsometricLatitude() {}

    /** @param latitude degrees, at most 86 to either side */
    static double of(double latitude) {
        double position = (latitude + MAX_DEGREES) * POINTS_PER_DEGREE;
        int point = (int) (position + 0.5);
        double off = (position - point) / POINTS_PER_DEGREE;
        int i = point * TERMS;
        return (((TABLE[i + 4] * off + TABLE[i + 3]) * off + TABLE[i + 2]) * off + TABLE[i + 1]) * off + TABLE[i];
    }
}
