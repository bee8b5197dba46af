package vn.ruralmap.layers.style;

import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterVisitor;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.filter.Condition;

/** A condition where GeoTools' style model has a filter. Nothing of GeoTools evaluates it. */
record StyleCondition(Condition condition) implements Filter {

    @Override
    public boolean evaluate(@Nullable Object feature) {
        throw new UnsupportedOperationException("conditions are compiled");
    }

    @Override
    public Object accept(FilterVisitor visitor, @Nullable Object extraData) {
        throw new UnsupportedOperationException("conditions are compiled");
    }
}
