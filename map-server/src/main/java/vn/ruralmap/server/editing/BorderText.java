package vn.ruralmap.server.editing;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Sizes and places in sentences for people. */
record BorderText(String vi, String en) {

    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    /** An area in hectares from one hectare on, else in square metres. */
    static BorderText area(double squareMetres) {
        return squareMetres >= SQUARE_METRES_PER_HECTARE
                ? hectares(squareMetres / SQUARE_METRES_PER_HECTARE)
                : number(squareMetres, squareMetres < 100 ? 1 : 0, " m²");
    }

    static BorderText hectares(double hectares) {
        return number(hectares, 2, " ha");
    }

    static BorderText metres(double metres) {
        return number(metres, metres < 100 ? 1 : 0, " m");
    }

    private static BorderText number(double value, int decimals, String unit) {
        String en = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return new BorderText(en.replace('.', ',') + unit, en + unit);
    }

    /** A point of a shape, as longitude and latitude. */
    static BorderText place(Geometry shape) {
        Coordinate at = middle(shape);
        String text = String.format(Locale.ROOT, "%.6f, %.6f", at.x, at.y);
        return new BorderText(text, text);
    }

    /** A point that surely lies on the shape. */
    static Coordinate middle(Geometry shape) {
        return shape.getInteriorPoint().getCoordinate();
    }
}
