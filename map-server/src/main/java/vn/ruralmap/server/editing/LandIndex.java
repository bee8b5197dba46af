package vn.ruralmap.server.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Features by where they were and are to be. */
final class LandIndex {

    private final STRtree tree = new STRtree();

    LandIndex(List<Land> lands) {
        lands.forEach(land -> land.boxes().forEach(box -> tree.insert(box, land)));
        tree.build();
    }

    /** Each once, in no order. */
    List<Land> query(Envelope box) {
        Set<Land> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Land> lands = new ArrayList<>();
        for (Object item : tree.query(box)) {
            if (item instanceof Land land && found.add(land)) {
                lands.add(land);
            }
        }
        return lands;
    }
}
