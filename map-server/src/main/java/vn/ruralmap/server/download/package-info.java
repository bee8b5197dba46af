/**
 * {@code /download/{layer}.{format}}: a layer, or a part of it, as a file. The files are made by
 * {@link vn.ruralmap.server.formats}; here requests are read and answered.
 */
@NullMarked
package vn.ruralmap.server.download;

import org.jspecify.annotations.NullMarked;
