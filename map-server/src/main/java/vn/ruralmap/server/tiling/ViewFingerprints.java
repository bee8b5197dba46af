package vn.ruralmap.server.tiling;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import vn.ruralmap.layers.model.Feature;
import vn.ruralmap.layers.model.Property;
import vn.ruralmap.layers.snapshot.LayerView;

/**
 * Fingerprints of the features of one view, each made when first needed.
 *
 * <p>They are made of content and not of version numbers alone: a store that was set back to a backup gives the same numbers
 * again. Of attributes only the public ones go in, since what is hashed into a public tag can be guessed at.
 *
 * <p>On a coverage the shape of a feature is generalised along with its neighbours', so the shapes of all whose boxes meet
 * its own go into its fingerprint. Their attributes do not.
 */
final class ViewFingerprints {

    private static final AtomicLong SERIALS = new AtomicLong();

    private final long serial = SERIALS.incrementAndGet();
    private final List<Property> properties;
    /** By position in the view; 0: not made yet. */
    private final AtomicLongArray features;

    private final AtomicLongArray shapes;

    ViewFingerprints(LayerView view) {
        properties = view.properties();
        features = new AtomicLongArray(view.features().size());
        shapes = new AtomicLongArray(view.features().size());
    }

    /** Of the view, within this process. */
    long serial() {
        return serial;
    }

    /** Of a feature with all that decides how it is drawn. The view is the one this was made for, which this must not keep alive. */
    long of(LayerView view, int position) {
        long known = features.getPlain(position);
        if (known == 0) {
            known = make(view, position);
            features.setPlain(position, known);
        }
        return known;
    }

    private long make(LayerView view, int position) {
        Feature feature = view.features().get(position);
        Fingerprint print = new Fingerprint().add(feature.fid()).add(shape(view, position));
        for (Property property : properties) {
            add(print, view.value(feature, property));
        }
        if (view.isCoverage()) {
            for (int neighbour : view.listPositions(geometry(view, position).getEnvelopeInternal())) {
                print.add(shape(view, neighbour));
            }
        }
        return print.value();
    }

    private static void add(Fingerprint print, @Nullable Object value) {
        if (value instanceof Long number) {
            print.add(number);
        } else if (value instanceof Double number) {
            print.add(number);
        } else {
            print.add(value == null ? null : value.toString());
        }
    }

    private long shape(LayerView view, int position) {
        long known = shapes.getPlain(position);
        if (known == 0) {
            known = make(geometry(view, position));
            shapes.setPlain(position, known);
        }
        return known;
    }

    private static Geometry geometry(LayerView view, int position) {
        return Objects.requireNonNull(view.features().get(position).geometry());
    }

    private static long make(Geometry geometry) {
        Fingerprint print = new Fingerprint();
        geometry.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                if (i == 0) {
                    print.add(sequence.size());
                }
                print.add(sequence.getX(i)).add(sequence.getY(i));
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return false;
            }
        });
        return print.value();
    }
}
