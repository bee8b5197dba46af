/**
 * The files that features leave in. {@link vn.ruralmap.server.formats.FileFormat} is the one interface,
 * {@link vn.ruralmap.server.formats.FileFormats} knows all of them, {@link vn.ruralmap.server.formats.FeatureTable} is what they
 * write. Downloads, WFS, OGC API and the command line share them; none of them is known here.
 */
@NullMarked
package vn.ruralmap.server.formats;

import org.jspecify.annotations.NullMarked;
