package vn.ruralmap.dataimport.placing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.crs.CoordinateSystem;
import vn.ruralmap.layers.crs.CoordinateSystems;
import vn.ruralmap.layers.crs.DeclaredSystem;
import vn.ruralmap.layers.crs.DeclaredSystems;
import vn.ruralmap.layers.crs.UnknownSystemException;

/** Everything that numbers of a Vietnamese file may mean. */
final class Candidates {

    /** Some 3° to both sides of an axis, at Vietnam's latitudes. */
    private static final Envelope NEAR_AXIS = new Envelope(170_000, 830_000, 550_000, 2_650_000);

    private static final Envelope DEGREES = new Envelope(101, 119, 5, 24);

    /** The Gauss-Kruger zones of before 2000, whose easting begins with the number of the zone, and the one of the north-east. */
    private static final List<String> HANOI_1972 = List.of("EPSG:2044", "EPSG:2045", "EPSG:2093");

    private static final List<Double> ZONE_PREFIX_METRES = List.of(18e6, 19e6, 0.0);

    /** The same as another, in another notation. */
    private static final Set<String> DOUBLES = Set.of("CRS:84");

    private Candidates() {}

    /** Without those that only old files use. */
    static List<Candidate> usual() {
        List<Candidate> all = new ArrayList<>();
        for (CoordinateSystem system : CoordinateSystems.list()) {
            if (DOUBLES.contains(system.code())) {
                continue;
            }
            DeclaredSystem declared = get(system.code());
            boolean isWebMercator = system.code().equals("EPSG:3857");
            Envelope usual = system.isGeographic() ? DEGREES : isWebMercator ? null : NEAR_AXIS;
            // degrees that do not say so are those of a GPS, until outlines prove that they are VN-2000
            boolean rare = system.code().equals("EPSG:4756");
            both(all, declared, NumberForm.AS_IS, rare, usual);
            if (system.isGeographic()) {
                both(all, declared, NumberForm.DMS, rare, usual);
            } else if (!isWebMercator) {
                both(all, declared, NumberForm.KILOMETRES, false, usual);
                both(all, declared, NumberForm.CENTIMETRES, false, usual);
            }
        }
        return all;
    }

    /** Opens the EPSG database. */
    static List<Candidate> old() {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < HANOI_1972.size(); i++) {
            Envelope usual = new Envelope(NEAR_AXIS);
            usual.translate(ZONE_PREFIX_METRES.get(i), 0);
            both(all, get(HANOI_1972.get(i)), NumberForm.AS_IS, true, usual);
        }
        both(all, get("EPSG:4147"), NumberForm.AS_IS, true, DEGREES);
        return all;
    }

    private static void both(
            List<Candidate> all, DeclaredSystem declared, NumberForm form, boolean rare, @Nullable Envelope usual) {
        all.add(new Candidate(declared, form, false, rare, usual));
        all.add(new Candidate(declared, form, true, rare, usual));
    }

    private static DeclaredSystem get(String code) {
        try {
            return DeclaredSystems.fromCode(code);
        } catch (UnknownSystemException e) {
            throw new IllegalStateException(code + " is in every register", e);
        }
    }
}
