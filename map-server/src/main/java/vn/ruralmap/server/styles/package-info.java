/**
 * {@code /styles/{layer}.sld} and {@code /styles/{layer}/{style}.sld}: styles as files that a desktop client can load;
 * {@code /styles/symbols/{symbol}.svg}: their pictures.
 */
@NullMarked
package vn.ruralmap.server.styles;

import org.jspecify.annotations.NullMarked;
