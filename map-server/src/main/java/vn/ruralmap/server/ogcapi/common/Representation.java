package vn.ruralmap.server.ogcapi.common;

import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * A form in which a resource is given.
 *
 * @param name value of the parameter {@code f}
 * @param mediaType the header {@code Content-Type}, without charset
 * @param accepted media types by which clients ask for it, the first its own
 * @param title for people
 */
public record Representation(String name, String mediaType, List<String> accepted, LocalizedText title) {

    /** A document for programs. */
    public static final Representation JSON = json("application/json", List.of());

    /** A page for people. */
    public static final Representation HTML = new Representation(
            "html", "text/html", List.of("text/html", "application/xhtml+xml"), LocalizedText.same("HTML"));

    /** What documents come in, the default first. */
    public static final List<Representation> DOCUMENT = List.of(JSON, HTML);

    public Representation {
        accepted = List.copyOf(accepted);
    }

    /** JSON of a type of its own; clients that ask for plain JSON get it too. */
    public static Representation json(String mediaType, List<String> more) {
        List<String> accepted = java.util.stream.Stream.of(List.of(mediaType, "application/json"), more)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return new Representation("json", mediaType, accepted, LocalizedText.same("JSON"));
    }
}
