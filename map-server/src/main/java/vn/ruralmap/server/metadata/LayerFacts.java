package vn.ruralmap.server.metadata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.ruralmap.layers.catalogue.Catalogue.ServiceDescription;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;
import vn.ruralmap.layers.snapshot.LayerView;
import vn.ruralmap.server.formats.FileFormat;

/**
 * What all forms of metadata tell about a layer.
 *
 * @param view of today
 * @param dates on which something in the layer begins or ends
 * @param modified when it was last published; null: never, or not known while the store is away
 * @param service the map as a whole
 * @param illustrative true: sample data are in it
 * @param formats it can be had in
 * @param url of the server, without a slash at the end
 */
record LayerFacts(
        LayerView view,
        NavigableSet<LocalDate> dates,
        @Nullable Instant modified,
        ServiceDescription service,
        boolean illustrative,
        List<FileFormat> formats,
        String url) {

    Layer layer() {
        return view.layer();
    }

    String name() {
        return layer().name();
    }

    /** A name for ever: as a feature type it has the same. */
    String identifier() {
        return "urn:ruralmap:ntm:" + name();
    }

    LocalizedText description() {
        return illustrative ? layer().description().followedBy(service.illustrative()) : layer().description();
    }

    /** Null envelope if there are no features. */
    Envelope bounds() {
        return view.bounds();
    }

    /** The page for people, on which all else is linked. */
    String page() {
        return url + "/metadata/" + name();
    }

    String download(FileFormat format) {
        return url + "/download/" + name() + "." + format.name();
    }

    String wmsCapabilities() {
        return url + "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities";
    }

    String wfsCapabilities() {
        return url + "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetCapabilities";
    }

    String wmtsCapabilities() {
        return url + "/wmts/1.0.0/WMTSCapabilities.xml";
    }

    String ogcApi() {
        return url + "/ogc/collections/" + name();
    }
}
