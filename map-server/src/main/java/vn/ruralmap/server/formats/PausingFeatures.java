package vn.ruralmap.server.formats;

import java.util.Iterator;
import vn.ruralmap.layers.model.Feature;

/** Features that let others have a turn each few of them. */
record PausingFeatures(Iterable<Feature> features, Runnable pause) implements Iterable<Feature> {

    private static final int EVERY = 32;

    @Override
    public Iterator<Feature> iterator() {
        Iterator<Feature> inner = features.iterator();
        return new Iterator<>() {
            private int count;

            @Override
            public boolean hasNext() {
                return inner.hasNext();
            }

            @Override
            public Feature next() {
                if (++count % EVERY == 0) {
                    pause.run();
                }
                return inner.next();
            }
        };
    }
}
