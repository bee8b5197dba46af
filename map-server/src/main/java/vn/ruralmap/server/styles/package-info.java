/** {@code /styles/{layer}.sld}: the style of a layer as the file that a desktop client can load. */
@NullMarked
package vn.ruralmap.server.styles;

import org.jspecify.annotations.NullMarked;
