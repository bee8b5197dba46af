package vn.ruralmap.server.metadata;

import vn.ruralmap.layers.model.LocalizedText;

/** The terms of open data of state bodies (Nghị định 47/2020/NĐ-CP, điều 18), which hold without anybody choosing a licence. */
final class Terms {

    static final LocalizedText TITLE = new LocalizedText(
            "Dữ liệu mở theo Điều 18 Nghị định 47/2020/NĐ-CP", "Open data by article 18 of Decree 47/2020/NĐ-CP");

    static final LocalizedText TEXT = new LocalizedText(
            "Theo Điều 18 Nghị định 47/2020/NĐ-CP: được tự do sao chép, chia sẻ, trao đổi, sử dụng và kết hợp với dữ liệu"
                    + " khác, kể cả cho mục đích thương mại; phải trích dẫn nguồn; dữ liệu được cung cấp nguyên trạng như đã"
                    + " công bố; không được bán dữ liệu nguyên trạng, và khi dùng trong sản phẩm thương mại phải cung cấp miễn"
                    + " phí dữ liệu ấy kèm theo; cơ quan công bố không chịu trách nhiệm về thiệt hại do việc sử dụng.",
            "By article 18 of Decree 47/2020/NĐ-CP: may be copied, shared, used and combined with other data freely, also"
                    + " commercially; the source must be cited; data are given as published; they may not be sold"
                    + " unchanged, and must come free of charge with a commercial product that contains them; the publisher"
                    + " is not liable for damage from their use.");

    private Terms() {}
}
