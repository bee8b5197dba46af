package vn.ruralmap.server.metadata;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.store.LayerChange;
import vn.ruralmap.server.encoding.XmlWriter;

/** The changes of a layer as an Atom feed (RFC 4287). @param language {@code vi} or {@code en} */
record ChangeFeed(LayerFacts facts, String language) {

    /** @param changes the latest first */
    void write(List<LayerChange> changes, OutputStream out) throws IOException {
        XmlWriter xml = XmlWriter.indented(out);
        String title = facts.layer().title().in(language);
        xml.start("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language);
        xml.element("id", facts.identifier());
        xml.element("title", title);
        xml.element("subtitle", facts.description().in(language));
        xml.element(
                "updated", (changes.isEmpty() ? Instant.EPOCH : changes.get(0).time()).toString());
        xml.start("link", "rel", "self", "type", "application/atom+xml", "href", facts.page() + ".atom")
                .end();
        xml.start("link", "rel", "alternate", "type", "text/html", "href", facts.page())
                .end();
        String organisation = facts.service().organisation();
        xml.start("author")
                .element(
                        "name", organisation.isEmpty() ? facts.service().title().in(language) : organisation)
                .end();
        xml.element("rights", Terms.TEXT.in(language));
        for (LayerChange change : changes) {
            xml.start("entry");
            xml.element("id", facts.identifier() + ":changeset:" + change.changeset());
            xml.element("title", summary(change).in(language));
            xml.element("updated", change.time().toString());
            xml.start("link", "rel", "alternate", "href", facts.page()).end();
            xml.element("summary", title + ": " + summary(change).in(language));
            xml.end();
        }
        xml.finish();
    }

    private static LocalizedText summary(LayerChange change) {
        return new LocalizedText(
                "Lần cập nhật " + change.changeset() + ": thêm " + change.inserted() + ", sửa " + change.updated()
                        + ", bỏ " + change.deleted(),
                "Changeset " + change.changeset() + ": " + change.inserted() + " added, " + change.updated()
                        + " changed, " + change.deleted() + " removed");
    }
}
