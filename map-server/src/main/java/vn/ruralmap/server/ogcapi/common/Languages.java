package vn.ruralmap.server.ogcapi.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import vn.ruralmap.server.support.Parameters;

/** Chooses the language of an answer: the parameter {@code language} decides, else the header {@code Accept-Language}. */
final class Languages {

    private static final List<Locale> SPOKEN = List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    private Languages() {}

    /** @return {@code vi} or {@code en} */
    static String choose(Parameters parameters, HttpServletRequest request) {
        if (parameters.find("language").isPresent()) {
            return parameters.language();
        }
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return "vi";
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return best == null ? "vi" : best.getLanguage();
        } catch (IllegalArgumentException e) {
            // nobody can be understood who does not say what he speaks
            return "vi";
        }
    }
}
