package vn.ruralmap.server.ogcapi.common;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import vn.ruralmap.layers.snapshot.Snapshots;
import vn.ruralmap.server.editing.Audiences;
import vn.ruralmap.server.support.LegalDate;
import vn.ruralmap.server.support.Parameters;
import vn.ruralmap.server.support.PublicUrl;
import vn.ruralmap.server.support.RequestException;

/** Begins an exchange: what every resource has in common is read and checked here. */
@Component
public final class Exchanges {

    /** Parameters of every resource: form, language, legal date. */
    public static final List<String> COMMON = List.of("f", "language", "as-of");

    private static final String VARY = "Accept, Accept-Language";

    private final Snapshots snapshots;
    private final PublicUrl publicUrl;
    private final Audiences audiences;

    Exchanges(Snapshots snapshots, PublicUrl publicUrl, Audiences audiences) {
        this.snapshots = snapshots;
        this.publicUrl = publicUrl;
        this.audiences = audiences;
    }

    /**
     * @param offered forms of the answer, the default first
     * @param known names of parameters beside {@link #COMMON}; others are refused (OGC 17-069r4 /req/core/query-param-unknown)
     * @throws RequestException status 400 or 406
     */
    public Exchange begin(
            HttpServletRequest request,
            HttpServletResponse response,
            List<Representation> offered,
            Collection<String> known) {
        Parameters parameters = Parameters.of(request);
        refuseUnknown(request, known);
        response.addHeader("Vary", VARY);
        Representation form =
                Negotiation.choose(parameters.find("f").orElse(null), request.getHeader("Accept"), offered);
        LocalDate today = snapshots.today();
        LocalDate date = parameters
                .find("as-of")
                .map(text -> LegalDate.parse("as-of", text, today))
                .orElse(today);
        return new Exchange(
                request,
                response,
                audiences,
                parameters,
                snapshots.current(),
                today,
                date,
                Languages.choose(parameters, request),
                publicUrl.of(request),
                form,
                offered);
    }

    private static void refuseUnknown(HttpServletRequest request, Collection<String> known) {
        Set<String> names = new TreeSet<>(known);
        names.addAll(COMMON);
        for (String name : request.getParameterMap().keySet()) {
            if (!names.contains(name.toLowerCase(Locale.ROOT))) {
                String list = String.join(", ", names);
                // the name is the client's own; it goes back as JSON and is never shown as HTML
                throw RequestException.of(
                        "InvalidParameterValue",
                        name,
                        "Không có tham số này ở đây; có: " + list,
                        "There is no such parameter here; there are: " + list);
            }
        }
    }
}
