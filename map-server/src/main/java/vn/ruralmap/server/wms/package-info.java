/**
 * OGC Web Map Service 1.3.0 (OGC 06-042) and 1.1.1 (OGC 01-068r3) at {@code /wms}.
 *
 * <p>{@link vn.ruralmap.server.wms.WmsController} is the way in; each operation has a request record and a class that
 * answers it. The versions differ in names, axis order and exceptions: {@link vn.ruralmap.server.wms.WmsVersion}.
 */
@NullMarked
package vn.ruralmap.server.wms;

import org.jspecify.annotations.NullMarked;
