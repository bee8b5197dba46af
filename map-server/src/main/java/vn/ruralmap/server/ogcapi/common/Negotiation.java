package vn.ruralmap.server.ogcapi.common;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.ruralmap.server.support.RequestException;

/** Chooses a form of the answer: the parameter {@code f} decides, else the header {@code Accept} (RFC 9110 §12.5.1). */
final class Negotiation {

    private Negotiation() {}

    /**
     * @param name value of {@code f}; null: not given
     * @param accept the header; null: anything
     * @param offered at least one, the default first
     * @throws RequestException status 400 for an unknown name, 406 if nothing that is offered is accepted
     */
    static Representation choose(@Nullable String name, @Nullable String accept, List<Representation> offered) {
        if (name != null) {
            // a plus that a client left unescaped in the URL arrives as a space
            String wanted = name.replace(' ', '+');
            return offered.stream()
                    .filter(form -> form.name().equalsIgnoreCase(wanted)
                            || form.accepted().stream().anyMatch(wanted::equalsIgnoreCase))
                    .findFirst()
                    .orElseThrow(() ->
                            RequestException.invalid("f", "chọn trong: " + names(offered), "one of " + names(offered)));
        }
        return accept == null || accept.isBlank() ? offered.get(0) : accepted(accept, offered);
    }

    private static Representation accepted(String accept, List<Representation> offered) {
        Representation best = null;
        double bestQuality = 0;
        for (Representation form : offered) {
            double quality = quality(form, parse(accept));
            if (quality > bestQuality) {
                best = form;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw RequestException.of(
                    406,
                    "NotAcceptable",
                    "Accept",
                    "Không có dạng nào mà Accept chấp nhận; có thể chọn f trong: " + names(offered),
                    "There is no form that Accept takes; f may be one of " + names(offered));
        }
        return best;
    }

    /** How much a client wants a form: the quality of the most specific range that holds it (RFC 9110 §12.5.1). */
    private static double quality(Representation form, List<MediaType> ranges) {
        return form.accepted().stream()
                // short names such as geojson are for the parameter f only
                .filter(type -> type.indexOf('/') > 0)
                .mapToDouble(type -> quality(MediaType.parseMediaType(type), ranges))
                .max()
                .orElse(0);
    }

    private static double quality(MediaType type, List<MediaType> ranges) {
        Optional<MediaType> range = ranges.stream()
                .filter(candidate -> candidate.includes(type))
                .min(Comparator.comparingInt(Negotiation::wildness));
        return range.map(MediaType::getQualityValue).orElse(0.0);
    }

    private static int wildness(MediaType range) {
        return range.isWildcardType() ? 2 : range.isWildcardSubtype() ? 1 : 0;
    }

    /** Nonsense accepts anything: better an answer than none. */
    private static List<MediaType> parse(String accept) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            return ranges.isEmpty() ? List.of(MediaType.ALL) : ranges;
        } catch (InvalidMediaTypeException e) {
            return List.of(MediaType.ALL);
        }
    }

    private static String names(List<Representation> offered) {
        return offered.stream().map(Representation::name).distinct().collect(Collectors.joining(", "));
    }
}
