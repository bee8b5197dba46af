/** The composition root: reads the settings and wires catalogue, store and snapshot. The only package that names a store adapter. */
@NullMarked
package vn.ruralmap.server.config;

import org.jspecify.annotations.NullMarked;
