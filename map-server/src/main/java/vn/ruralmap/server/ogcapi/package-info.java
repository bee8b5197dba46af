/**
 * OGC API: the documents on top of it, landing page, API description and declaration of conformance (OGC 17-069r4 §7.1 to §7.4).
 * Its parts are {@code features} and {@code tiles}; each tells what it offers through {@code common.BuildingBlock}.
 */
@NullMarked
package vn.ruralmap.server.ogcapi;

import org.jspecify.annotations.NullMarked;
