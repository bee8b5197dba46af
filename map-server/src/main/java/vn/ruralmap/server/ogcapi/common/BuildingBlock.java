package vn.ruralmap.server.ogcapi.common;

import java.util.List;

/** A part of the API, by what the documents on top have to say of it. A bean of this type is offered. */
public interface BuildingBlock {

    /** URIs of the conformance classes that it satisfies. */
    List<String> conformance();

    /** What it adds to the landing page. */
    List<Link> landingLinks(Exchange exchange);

    /** Describes its paths. */
    void describe(ApiDescription api, Exchange exchange);
}
