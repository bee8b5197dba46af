package vn.ruralmap.server.ogcapi.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.server.ogcapi.common.ApiDescription;
import vn.ruralmap.server.ogcapi.common.CrsUri;
import vn.ruralmap.server.ogcapi.common.Exchange;
import vn.ruralmap.server.ogcapi.common.Exchanges;

/** How items are written, for the description of the API. */
record WritingDescription(ApiDescription api, Exchange exchange) {

    private static final List<String> LOGINS = List.of("basic", "bearer");

    /** What the operations of all collections share. */
    void describeParts() {
        api.securityScheme("basic")
                .put("type", "http")
                .put("scheme", "basic")
                .put(
                        "description",
                        exchange.text(
                                "Tên tài khoản, với mật khẩu hoặc mã cá nhân",
                                "The name of an account, with its password or a personal token"));
        api.securityScheme("bearer").put("type", "http").put("scheme", "bearer");
        api.sharedParameter(
                        "message", "query", exchange.text("Lý do thay đổi, ghi vào lịch sử", "Why, for the history"))
                .put("type", "string")
                .put("maxLength", WritingController.LONGEST_MESSAGE);
        header(
                "If-Match",
                "ETag của phiên bản đã thấy (GET cho biết); nếu thiếu, phiên bản mà cùng tài khoản đã đọc gần nhất"
                        + " được dùng",
                "The ETag of the version that was seen (GET gives it); without it, the version counts that the same"
                        + " login read last");
        header("Prefer", "return=representation: trả lại đối tượng", "return=representation: answer with the feature");
        header(
                "Idempotency-Key",
                "Yêu cầu lặp lại với cùng khóa nhận câu trả lời cũ và không làm gì hai lần",
                "A request repeated with the same key gets the first answer and does nothing twice");
        ObjectNode crs =
                header("Content-Crs", "Hệ tọa độ của nội dung, trong <>", "Coordinate system of the body, in <>");
        crs.put("default", "<" + CrsUri.CRS84 + ">");
    }

    private ObjectNode header(String name, String vi, String en) {
        return api.sharedParameter(name, "header", exchange.text(vi, en)).put("type", "string");
    }

    void describe(Layer layer) {
        String path = "/collections/" + layer.name() + "/items";
        String name = layer.name();
        String title = exchange.text(layer.title());
        Map<String, String> refusals = new LinkedHashMap<>();
        for (String status :
                List.of("400", "401", "403", "404", "409", "412", "413", "415", "422", "423", "428", "429")) {
            refusals.put(status, "Problem");
        }
        Map<String, String> feature = Map.of(CollectionDocument.GEO_JSON, "feature");
        String done = exchange.text("Đã ghi", "Written");
        operation(
                        path,
                        "post",
                        name + ".createFeature",
                        name,
                        exchange.text("Thêm: ", "Add: ") + title,
                        List.of("Content-Crs"))
                .body(CollectionDocument.GEO_JSON, "feature")
                .answer("201", exchange.text("Đã thêm; Location là địa chỉ", "Added; Location is its address"), feature)
                .answers(refusals);
        String one = path + "/{featureId}";
        List<String> change = List.of("featureId", "If-Match", "Content-Crs");
        operation(one, "put", name + ".replaceFeature", name, exchange.text("Thay thế: ", "Replace: ") + title, change)
                .body(CollectionDocument.GEO_JSON, "feature")
                .answer("200", done, feature)
                .answer("204", done, Map.of())
                .answers(refusals);
        operation(one, "patch", name + ".updateFeature", name, exchange.text("Sửa: ", "Update: ") + title, change)
                .body(WritingController.MERGE_PATCH, "")
                .answer("200", done, feature)
                .answer("204", done, Map.of())
                .answers(refusals);
        operation(
                        one,
                        "delete",
                        name + ".deleteFeature",
                        name,
                        exchange.text("Xóa: ", "Delete: ") + title,
                        List.of("featureId", "If-Match"))
                .answer("204", exchange.text("Đã xóa", "Deleted"), Map.of())
                .answers(refusals);
    }

    private ApiDescription.Operation operation(
            String path, String method, String id, String tag, String summary, List<String> more) {
        List<String> parameters = new ArrayList<>(Exchanges.COMMON);
        parameters.addAll(List.of("message", "Idempotency-Key"));
        if (!method.equals("delete")) {
            parameters.add("Prefer");
        }
        parameters.addAll(more);
        return api.operation(path, method, id, tag, summary)
                .parameters(parameters)
                .secured(LOGINS);
    }
}
