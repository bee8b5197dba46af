package vn.ruralmap.layers.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Validity;

/** Short ways to say what a test publishes, on the layers of {@link ContractCatalogue}. */
public final class Changes {

    /** The day the units of the tests begin. */
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private Changes() {}

    /** A draft of an import. */
    public static ChangesetDraft draft(Change... changes) {
        return draft(List.of(changes));
    }

    /** A draft of an import. */
    public static ChangesetDraft draft(List<? extends Change> changes) {
        return new ChangesetDraft(
                "lan", Changeset.Source.IMPORT, "thử nghiệm", Map.of("file", "xã.shp"), List.copyOf(changes));
    }

    /** A new commune, in force since the reform. */
    public static Change.Insert commune(String code, String name, String wkt) {
        return new Change.Insert("communes", communeContent(code, name, "xã", wkt));
    }

    /** What a commune is, in force since the reform. */
    public static Change.Content communeContent(String code, String name, @Nullable String kind, String wkt) {
        return content(Validity.since(REFORM), wkt, code, name, kind);
    }

    /** A new site with a name and nothing else. */
    public static Change.Insert site(String name, String wkt) {
        return new Change.Insert("sites", siteContent(name, wkt, null));
    }

    /** What a site with a name, and perhaps a commune, is. */
    public static Change.Content siteContent(String name, String wkt, @Nullable Long commune) {
        return content(Validity.since(REFORM), wkt, name, null, null, null, null, null, commune, null);
    }

    /** The recognition of a commune. */
    public static Change.Content statusContent(long commune, String level, Validity validity) {
        return new Change.Content(validity, "QĐ 1", Arrays.asList(commune, level), null);
    }

    /** Any content. */
    public static Change.Content content(Validity validity, String wkt, @Nullable Object... values) {
        return new Change.Content(validity, null, Arrays.asList(values), geometry(wkt));
    }

    /** A square of 0.01 degree with its lower left corner at a place, as WKT. */
    public static String square(double lon, double lat) {
        double right = lon + 0.01;
        double top = lat + 0.01;
        return "MULTIPOLYGON (((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s)))"
                .formatted(number(lon), number(lat), number(right), number(top));
    }

    private static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.8f", value);
    }

    /** Geometry on the grid. */
    public static Geometry geometry(String wkt) {
        try {
            return new WKTReader(CoordinateGrid.FACTORY).read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }
}
