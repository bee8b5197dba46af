package vn.ruralmap.dataimport.encoding;

import vn.ruralmap.layers.model.LocalizedText;

/** Reasons for a choice, one sentence each. */
final class EncodingTexts {

    static final LocalizedText ASKED = new LocalizedText("theo yêu cầu của người nhập", "as the person importing said");
    static final LocalizedText PLAIN = new LocalizedText("chỉ có chữ không dấu", "plain letters only");
    static final LocalizedText UNKNOWN =
            new LocalizedText("không rõ, chữ không phải UTF-8", "unknown, and the texts are not UTF-8");

    private EncodingTexts() {}

    static LocalizedText declared(Declared declared) {
        return new LocalizedText(
                "theo " + declared.source().vi(), "as " + declared.source().en() + " says");
    }

    static LocalizedText validUtf8(long values) {
        return new LocalizedText(
                values + " giá trị có dấu là UTF-8 hợp lệ", values + " accented values are valid UTF-8");
    }
}
