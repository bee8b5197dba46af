package vn.ruralmap.server;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.ruralmap.layers.catalogue.Catalogue;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Change;
import vn.ruralmap.layers.model.Changeset;
import vn.ruralmap.layers.model.ChangesetDraft;
import vn.ruralmap.layers.model.CoordinateGrid;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.Validity;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.layers.store.FeatureStore;

/**
 * A small map around Kế Sách: official names and codes, made-up squares of 0.05 degree.
 *
 * <p>Fids count from 1 in the order below. Two communes ended on 30/6/2025; six are in force since 1/7/2025, one of them
 * with an island and a hole.
 */
public final class FixtureData {

    /** The value of every private attribute: no answer to an anonymous client may contain it. */
    public static final String SECRET = "BI-MAT-0123456789";

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final Validity NOW = Validity.since(REFORM);
    private static final Validity BEFORE = new Validity(LocalDate.of(2008, 1, 1), REFORM);

    private final Catalogue catalogue;
    private final List<Change> changes = new ArrayList<>();

    private FixtureData(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static void publish(FeatureStore store, Snapshots snapshots) {
        FixtureData data = new FixtureData(snapshots.current().catalogue());
        data.units();
        data.publishTo(store, "units");
        data.themes();
        data.publishTo(store, "themes");
        snapshots.refresh();
    }

    /** One more hamlet, to see what a published change does. */
    public static void publishHamlet(FeatureStore store, Snapshots snapshots, String name, String wkt) {
        FixtureData data = new FixtureData(snapshots.current().catalogue());
        data.add("hamlets", NOW, wkt, Map.of("name", name, "kind", "ấp", "commune", 3L));
        data.publishTo(store, "one more hamlet");
        snapshots.refresh();
    }

    private void publishTo(FeatureStore store, String message) {
        store.publish(new ChangesetDraft("test", Changeset.Source.SAMPLE, message, Map.of(), changes));
        changes.clear();
    }

    private void units() {
        add("provinces", NOW, rectangle(105.8, 9.5, 106.2, 9.9), Map.of("code", "92", "name", "Cần Thơ"));
        add("provinces", NOW, rectangle(106.2, 9.5, 106.6, 9.9), Map.of("code", "86", "name", "Vĩnh Long"));
        add(
                "districts",
                BEFORE,
                rectangle(105.9, 9.7, 106.1, 9.8),
                Map.of("code", "943", "name", "Kế Sách", "province_code", "94"));
        commune(BEFORE, "31528", "Kế Sách", "thị trấn", rectangle(105.95, 9.75, 106.0, 9.8));
        commune(BEFORE, "31531", "An Lạc Thôn", "thị trấn", rectangle(105.9, 9.75, 105.95, 9.8));
        commune(
                NOW,
                "31528",
                "Kế Sách",
                "xã",
                "MULTIPOLYGON (((105.95 9.75, 106 9.75, 106 9.8, 105.95 9.8, 105.95 9.75),"
                        + " (105.96 9.76, 105.96 9.77, 105.97 9.77, 105.97 9.76, 105.96 9.76)),"
                        + " ((106.01 9.81, 106.02 9.81, 106.02 9.82, 106.01 9.81)))");
        commune(NOW, "31531", "An Lạc Thôn", "xã", rectangle(105.9, 9.75, 105.95, 9.8));
        commune(NOW, "31552", "Nhơn Mỹ", "xã", rectangle(105.9, 9.7, 105.95, 9.75));
        commune(NOW, "31537", "Phong Nẫm", "xã", rectangle(106.0, 9.75, 106.05, 9.8));
        commune(NOW, "31540", "Thới An Hội", "xã", rectangle(105.95, 9.7, 106.0, 9.75));
        commune(NOW, "31507", "Sóc Trăng", "phường", rectangle(106.0, 9.7, 106.05, 9.75));
    }

    private void commune(Validity validity, String code, String name, String kind, String wkt) {
        add(
                "communes",
                validity,
                wkt,
                Map.of(
                        "code",
                        code,
                        "name",
                        name,
                        "kind",
                        kind,
                        "province_code",
                        "92",
                        "population",
                        12_345L,
                        "area_ha",
                        3021.5));
    }

    private void themes() {
        String[] hamlets = {"An Ninh 1", "An Ninh 2", "An Thành", "Ninh Thới"};
        for (int i = 0; i < hamlets.length; i++) {
            add(
                    "hamlets",
                    NOW,
                    "POINT (" + (105.955 + i * 0.01) + " 9.79)",
                    Map.of("name", hamlets[i], "kind", "ấp", "commune", 3L, "households", 100L + i, "smart", i == 0));
        }
        add(
                "hamlets",
                NOW,
                rectangle(105.91, 9.76, 105.92, 9.77),
                Map.of("name", "Khu <1> & \"2\"", "kind", "khu phố", "commune", 4L));
        for (int i = 0; i < 5; i++) {
            add(
                    "material_zones",
                    NOW,
                    rectangle(105.951 + i * 0.01, 9.781, 105.958 + i * 0.01, 9.788),
                    Map.of(
                            "zone_code",
                            "VN-STOR-000" + (i + 1),
                            "scheme",
                            "planting_export",
                            "product",
                            "Bưởi da xanh",
                            "declared_area_ha",
                            10.25 + i,
                            "status",
                            i == 4 ? "revoked" : "active",
                            "issued_on",
                            LocalDate.of(2024, 3, 1),
                            "commune",
                            3L,
                            "representative",
                            SECRET,
                            "phone",
                            SECRET,
                            "id_number",
                            SECRET));
            add(
                    "tourism_sites",
                    NOW,
                    "POINT (" + (105.92 + i * 0.01) + " 9.72)",
                    Map.of("name", "Điểm du lịch " + (i + 1), "ocop_stars", (long) (i + 1), "commune", 5L));
        }
        add(
                "ntm_status",
                NOW,
                null,
                Map.of("commune", 3L, "level", "advanced", "criteria_met", 19L, "criteria_total", 19L));
        add("ntm_status", NOW, null, Map.of("commune", 4L, "level", "ntm", "criteria_met", 17L));
    }

    /** Adds a feature; values that the map does not name are empty. */
    private void add(String layerName, Validity validity, @Nullable String wkt, Map<String, Object> values) {
        Layer layer = catalogue.getLayer(layerName);
        Set<String> unknown = new HashSet<>(values.keySet());
        List<@Nullable Object> row = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            unknown.remove(attribute.name());
            row.add(values.get(attribute.name()));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(layerName + " has no " + unknown);
        }
        changes.add(new Change.Insert(
                layerName,
                new Change.Content(validity, "NQ 1668/NQ-UBTVQH15", row, wkt == null ? null : geometry(wkt))));
    }

    private static Geometry geometry(String wkt) {
        try {
            return CoordinateGrid.snap(new WKTReader().read(wkt));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static String rectangle(double west, double south, double east, double north) {
        return "MULTIPOLYGON (((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s)))"
                .formatted(west, south, east, north);
    }
}
