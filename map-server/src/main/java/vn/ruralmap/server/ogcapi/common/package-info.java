/**
 * What all parts of OGC API share (OGC 17-069r4 §5 to §7, OGC 19-072): the exchange, negotiation of format and language, links,
 * pages for people, and {@link vn.ruralmap.server.ogcapi.common.BuildingBlock}, by which a part tells what it offers.
 */
@NullMarked
package vn.ruralmap.server.ogcapi.common;

import org.jspecify.annotations.NullMarked;
