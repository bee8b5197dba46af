package vn.ruralmap.server.ogcapi.common;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A link (RFC 8288, OGC 17-069r4 §7.2).
 *
 * @param href absolute
 * @param rel of IANA's register, or a URI
 * @param type media type of what is there; null: several
 * @param title for people, in the language of the answer
 * @param templated true for a URI template (RFC 6570)
 */
public record Link(String href, String rel, @Nullable String type, String title, boolean templated) {

    public static Link of(String href, String rel, @Nullable String type, String title) {
        return new Link(href, rel, type, title, false);
    }

    public static Link template(String href, String rel, String type, String title) {
        return new Link(href, rel, type, title, true);
    }

    /** Adds the member {@code links}. */
    public static void write(ObjectNode target, Iterable<Link> links) {
        ArrayNode array = target.putArray("links");
        for (Link link : links) {
            ObjectNode node = array.addObject();
            node.put("href", link.href());
            node.put("rel", link.rel());
            if (link.type() != null) {
                node.put("type", link.type());
            }
            node.put("title", link.title());
            if (link.templated()) {
                node.put("templated", true);
            }
        }
    }
}
