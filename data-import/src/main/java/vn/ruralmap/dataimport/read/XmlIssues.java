package vn.ruralmap.dataimport.read;

import vn.ruralmap.layers.model.Issue;
import vn.ruralmap.layers.model.Issue.Severity;
import vn.ruralmap.layers.model.LocalizedText;

/** Every finding about KML and GML files as a whole, with its texts. */
final class XmlIssues {
    private XmlIssues() {}

    private static Issue of(String code, String vi, String en, String remedyVi, String remedyEn) {
        return new Issue(
                code,
                Severity.WARNING,
                0,
                null,
                null,
                new LocalizedText(vi, en),
                new LocalizedText(remedyVi, remedyEn));
    }

    static Issue networkLink() {
        return of(
                "LINK_NOT_FOLLOWED",
                "Tệp có liên kết mạng (NetworkLink); dữ liệu ở địa chỉ đó không được tải về.",
                "The file has a network link (NetworkLink); what it points to was not fetched.",
                "Tải nội dung của liên kết về và nhập riêng.",
                "Download what the link points to and import it by itself.");
    }

    static Issue reference() {
        return of(
                "LINK_NOT_FOLLOWED",
                "Tệp có phần tử chỉ trỏ tới chỗ khác (xlink:href); các phần tử đó không được đọc.",
                "The file has elements that only point elsewhere (xlink:href); they were not read.",
                "Xuất lại không dùng tham chiếu, hoặc kiểm tra có thiếu đối tượng nào không.",
                "Export without references, or check whether features are missing.");
    }

    static Issue axesSwapped(String srsName) {
        return of(
                "AXES_SWAPPED",
                "Tọa độ không theo thứ tự trục của " + srsName + "; đã đổi cho khớp với Việt Nam.",
                "The coordinates do not follow the axis order of " + srsName + "; they were taken so that they lie in"
                        + " Vietnam.",
                "Xem vị trí trên bản đồ.",
                "Look at the place on the map.");
    }

    static Issue severalSystems(String first, String other) {
        return of(
                "CRS_SEVERAL",
                "Tệp dùng nhiều hệ tọa độ (" + first + ", " + other + "); chỉ đọc hình theo hệ đầu tiên.",
                "The file uses several coordinate systems (" + first + ", " + other
                        + "); only geometry of the first was read.",
                "Xuất lại trong một hệ tọa độ.",
                "Export it again in one system.");
    }
}
