package vn.ruralmap.layers.model;

/**
 * A text for people in the two languages of the product.
 *
 * @param vi Vietnamese, NFC
 * @param en English
 */
public record LocalizedText(String vi, String en) {

    /** The same text in both languages, for names and codes. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    /** This and another text, one sentence after the other. */
    public LocalizedText followedBy(LocalizedText next) {
        return new LocalizedText(vi + " " + next.vi, en + " " + next.en);
    }

    /** @param language an ISO 639-1 code; anything but {@code en} gives Vietnamese */
    public String in(String language) {
        return "en".equals(language) ? en : vi;
    }
}
