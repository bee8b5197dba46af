package vn.ruralmap.server.support;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A request that cannot be served as it stands. The text goes to the client, so it never holds internals.
 *
 * <p>Codes are those of OGC OWS Common (OGC 06-121r9 table 27) and of the services: {@code InvalidParameterValue},
 * {@code MissingParameterValue}, {@code LayerNotDefined} and so on.
 */
public final class RequestException extends RuntimeException {

    private final String code;
    private final @Nullable String locator;
    private final int httpStatus;
    private final transient LocalizedText text;

    private RequestException(String code, @Nullable String locator, int httpStatus, LocalizedText text) {
        super(text.en());
        this.code = code;
        this.locator = locator;
        this.httpStatus = httpStatus;
        this.text = text;
    }

    /** The client's mistake, status 400. @param locator the parameter it is about */
    public static RequestException of(String code, @Nullable String locator, String vi, String en) {
        return new RequestException(code, locator, 400, new LocalizedText(vi, en));
    }

    /** @param httpStatus 4xx or 5xx */
    public static RequestException of(int httpStatus, String code, @Nullable String locator, String vi, String en) {
        return new RequestException(code, locator, httpStatus, new LocalizedText(vi, en));
    }

    public static RequestException missing(String parameter) {
        return of("MissingParameterValue", parameter, "Thiếu tham số " + parameter, parameter + " is missing");
    }

    /** @param hintVi what would be right. @param hintEn what would be right */
    public static RequestException invalid(String parameter, String hintVi, String hintEn) {
        return of(
                "InvalidParameterValue",
                parameter,
                "Tham số " + parameter + " không hợp lệ: " + hintVi,
                parameter + " is not valid: " + hintEn);
    }

    /** Too much to do just now, status 503: nothing is wrong with the request. */
    static RequestException overloaded() {
        return of(
                503,
                "Overloaded",
                null,
                "Máy chủ đang quá tải; hãy thử lại sau một giây",
                "The server is overloaded; try again in a second");
    }

    /** Whoever asked is gone, status 499 as proxies count it. Nobody reads this but the operator's statistics. */
    static RequestException clientLeft() {
        return of(499, "ClientLeft", null, "Máy khách đã ngắt kết nối", "The client has closed the connection");
    }

    /** When it makes sense to ask again. */
    public OptionalInt retryAfterSeconds() {
        return switch (httpStatus) {
            case 429 -> OptionalInt.of(60);
            case 503 -> OptionalInt.of(1);
            default -> OptionalInt.empty();
        };
    }

    public String code() {
        return code;
    }

    public @Nullable String locator() {
        return locator;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public LocalizedText text() {
        return text;
    }

    /** Both languages in one line, for protocols that have no language negotiation. */
    public String bilingual() {
        return text.vi() + ". / " + text.en() + ".";
    }
}
