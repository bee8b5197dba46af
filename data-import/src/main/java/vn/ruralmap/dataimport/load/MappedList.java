package vn.ruralmap.dataimport.load;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list seen through a function, which is applied whenever an element is asked for and not before.
 *
 * @param <S> what there is
 * @param <T> what it is seen as
 */
public final class MappedList<S, T> extends AbstractList<T> implements RandomAccess {

    private final List<S> source;
    private final Function<S, T> function;

    public MappedList(List<S> source, Function<S, T> function) {
        this.source = source;
        this.function = function;
    }

    @Override
    public T get(int index) {
        return function.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
