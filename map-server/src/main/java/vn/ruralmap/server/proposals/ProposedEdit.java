package vn.ruralmap.server.proposals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One edit of a proposal, as it was drawn and typed.
 *
 * @param fid as services show it; 0: a new feature
 * @param version that it is based on, of a restored feature that of its deletion; 0: a new feature
 * @param properties what changes, as a client wrote it
 * @param hasGeometry false: the shape stays
 * @param geometry WGS84, x longitude; null: none
 */
record ProposedEdit(
        Op op,
        String layer,
        long fid,
        int version,
        Map<String, @Nullable Object> properties,
        boolean hasGeometry,
        @Nullable Geometry geometry) {

    enum Op {
        INSERT,
        UPDATE,
        DELETE,
        /** A deleted feature comes back. */
        RESTORE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ProposedEdit {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** The id that services publish; a new one has none and gives its layer. */
    String id() {
        return op == Op.INSERT ? layer : layer + "." + fid;
    }

    ProposedEdit with(Op other, int seen, Map<String, @Nullable Object> values, boolean withGeometry) {
        return new ProposedEdit(other, layer, fid, seen, values, withGeometry, withGeometry ? geometry : null);
    }
}
