package vn.ruralmap.layers.style;

import org.geotools.api.filter.expression.ExpressionVisitor;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Expression;

/** A value where GeoTools' style model has an expression. Nothing of GeoTools evaluates it. */
record StyleValue(Expression value) implements org.geotools.api.filter.expression.Expression {

    @Override
    public @Nullable Object evaluate(@Nullable Object feature) {
        throw new UnsupportedOperationException("values are compiled");
    }

    @Override
    public <T> @Nullable T evaluate(@Nullable Object feature, Class<T> type) {
        throw new UnsupportedOperationException("values are compiled");
    }

    @Override
    public Object accept(ExpressionVisitor visitor, @Nullable Object extraData) {
        throw new UnsupportedOperationException("values are compiled");
    }
}
