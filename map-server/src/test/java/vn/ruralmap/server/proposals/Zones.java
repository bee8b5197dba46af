package vn.ruralmap.server.proposals;

import java.net.http.HttpResponse;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import vn.ruralmap.server.editing.Officer;

/** Two zones side by side in Nhơn Mỹ, with a border of three vertices in common, made through a service. */
public record Zones(Officer officer, long west, long east) {

    private static final String ITEMS = "/ogc/collections/material_zones/items";

    /** @param row which of the free rows of a hundredth of a degree; the zones of another test are in another one */
    public static Zones create(Officer officer, int row) {
        return new Zones(
                officer,
                create(officer, "VN-TAY-" + row, west(row, 105.92)),
                create(officer, "VN-DONG-" + row, east(row, 105.92)));
    }

    /** @param middle longitude of the middle vertex of the border */
    public static String west(int row, double middle) {
        double south = south(row);
        return ring(
                105.91,
                south,
                105.92,
                south,
                middle,
                south + 0.002,
                105.92,
                south + 0.004,
                105.91,
                south + 0.004,
                105.91,
                south);
    }

    public static String east(int row, double middle) {
        double south = south(row);
        return ring(
                105.92,
                south,
                105.93,
                south,
                105.93,
                south + 0.004,
                105.92,
                south + 0.004,
                middle,
                south + 0.002,
                105.92,
                south);
    }

    private static double south(int row) {
        return 9.702 + row * 0.005;
    }

    private static String ring(double... ordinates) {
        StringBuilder ring = new StringBuilder("{'type':'Polygon','coordinates':[[");
        for (int i = 0; i < ordinates.length; i += 2) {
            ring.append(i == 0 ? "" : ",")
                    .append(String.format(Locale.ROOT, "[%.8f,%.8f]", ordinates[i], ordinates[i + 1]));
        }
        return ring.append("]]}").toString();
    }

    private static long create(Officer officer, String code, String geometry) {
        HttpResponse<String> created = officer.send(
                "POST",
                ITEMS,
                "{'type':'Feature','geometry':" + geometry + ",'properties':{'zone_code':'" + code
                        + "','product':'Bưởi','commune':5,'valid_from':'2025-07-01','phone':'BI-MAT'}}");
        if (created.statusCode() != 201) {
            throw new AssertionError(created.body());
        }
        String location = Officer.header(created, "Location");
        return Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
    }

    /** As anybody sees it. */
    public JsonNode get(long fid) {
        return Officer.json(officer.server().get(ITEMS + "/" + fid));
    }

    public String geometry(long fid) {
        return get(fid).get("geometry").toString();
    }

    public int version(long fid) {
        return get(fid).get("properties").get("version").asInt();
    }

    public static String update(long fid, int version, String geometry) {
        return "{'op':'update','layer':'material_zones','fid':" + fid + ",'version':" + version + ",'geometry':"
                + geometry + "}";
    }

    public static String change(long fid, int version, String properties) {
        return "{'op':'update','layer':'material_zones','fid':" + fid + ",'version':" + version + ",'properties':{"
                + properties + "}}";
    }

    public static String proposal(String title, String... edits) {
        return "{'title':'" + title + "','message':'Đo lại','decision':'QĐ 12/2026','edits':[" + String.join(",", edits)
                + "]}";
    }
}
