package vn.ruralmap.server.wfs;

import java.util.List;
import vn.ruralmap.layers.model.LocalizedText;

/** A query kept under a name. A bean of this type is offered. */
interface StoredQuery {

    String id();

    LocalizedText title();

    /** Its parameters. */
    List<Parameter> parameters();

    /** @param type a type of XML Schema, with the prefix {@code xsd} */
    record Parameter(String name, String type, LocalizedText title) {}

    GetFeatureRequest read(WfsExchange exchange, GetFeatureReader reader, FeatureFormats formats);
}
