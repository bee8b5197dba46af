/** The viewer's own API under {@code /api}: what layers there are, search by name or code, the revision. */
@NullMarked
package vn.ruralmap.server.viewer;

import org.jspecify.annotations.NullMarked;
