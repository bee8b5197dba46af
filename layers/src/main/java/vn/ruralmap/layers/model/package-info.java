/**
 * What a map is made of: layers with typed attributes, features with a validity period, changesets, issues.
 *
 * <p>Plain immutable values. This package knows JTS geometry and nothing else: no store, no file, no protocol.
 */
@NullMarked
package vn.ruralmap.layers.model;

import org.jspecify.annotations.NullMarked;
