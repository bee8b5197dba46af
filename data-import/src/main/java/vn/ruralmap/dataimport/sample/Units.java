package vn.ruralmap.dataimport.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import vn.ruralmap.dataimport.official.FactTable;
import vn.ruralmap.dataimport.official.OfficialUnits;
import vn.ruralmap.dataimport.official.OfficialUnits.Level;

/** The official units of the pilot areas, before and after 1/7/2025, and the rough outlines that the areas are drawn in. */
record Units(
        Map<String, District> districts, Map<String, Commune> before, Map<String, Commune> after, List<Area> areas) {

    static final String HO_CHI_MINH_CITY = "79";
    static final String CAN_THO = "92";
    static final String SOC_TRANG = "94";

    /** New units that only a little of the sample went into. */
    private static final Set<String> MOSTLY_OUTSIDE = Set.of("27424", "27457");

    record District(String code, String name, String province) {}

    /**
     * A commune unit.
     *
     * @param kind xã, phường or thị trấn
     * @param district the district it lies in; after 1/7/2025: that of the first of its parts, for choosing products
     */
    record Commune(String code, String name, String kind, String province, String district) {
        boolean isRural() {
            return kind.equals("xã");
        }
    }

    /** What of one old unit went into one new unit, and about where it lies. */
    record Part(String before, String after, Coordinate place) {}

    /** One pilot area with its parts. */
    record Area(Polygon outline, List<Part> parts) {}

    static Units read() {
        Map<String, District> districts = new LinkedHashMap<>();
        for (List<String> row : FactTable.rows(Units.class, "districts.csv")) {
            districts.put(row.get(0), new District(row.get(0), row.get(1), row.get(2)));
        }
        OfficialUnits official = OfficialUnits.read();
        Map<String, Commune> before = new LinkedHashMap<>();
        for (OfficialUnits.Unit unit : official.before(Level.COMMUNE)) {
            String district = unit.parent();
            if (!districts.containsKey(district)) {
                continue;
            }
            String province = districts.get(district).province();
            before.put(unit.code(), new Commune(unit.code(), unit.name(), unit.kind(), province, district));
        }
        Map<String, String> districtAfter = new LinkedHashMap<>();
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (List<String> row : FactTable.rows(Units.class, "parts.csv")) {
            Part part = new Part(row.get(0), row.get(1), place(row.get(2), row.get(3)));
            Commune old = before.get(part.before());
            parts.computeIfAbsent(old.province(), key -> new ArrayList<>()).add(part);
            districtAfter.putIfAbsent(part.after(), old.district());
        }
        Map<String, Commune> after = new LinkedHashMap<>();
        for (OfficialUnits.Unit unit : official.after(Level.COMMUNE)) {
            String code = unit.code();
            if (!districtAfter.containsKey(code) || MOSTLY_OUTSIDE.contains(code)) {
                continue;
            }
            after.put(code, new Commune(code, unit.name(), unit.kind(), unit.parent(), districtAfter.get(code)));
        }
        return new Units(
                districts,
                before,
                after,
                List.of(
                        new Area(outline("soctrang"), parts.get(SOC_TRANG)),
                        new Area(outline("hcm"), parts.get(HO_CHI_MINH_CITY))));
    }

    private static Polygon outline(String area) {
        List<Coordinate> ring = new ArrayList<>();
        for (List<String> row : FactTable.rows(Units.class, "outlines.csv")) {
            if (row.get(0).equals(area)) {
                ring.add(place(row.get(1), row.get(2)));
            }
        }
        ring.add(ring.get(0));
        return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
    }

    private static Coordinate place(String lon, String lat) {
        return new Coordinate(Double.parseDouble(lon), Double.parseDouble(lat));
    }
}
