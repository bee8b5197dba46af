/**
 * The one way in which services write: {@link vn.ruralmap.server.editing.Editing} makes one changeset of what was asked for,
 * checks all of it, publishes it, and returns when the snapshot shows it.
 *
 * <p>Who sent a request, {@link vn.ruralmap.server.editing.EditRights} tells; what they may change,
 * {@link vn.ruralmap.server.editing.AreaRights} decides; what was done and refused, {@link vn.ruralmap.server.editing.AuditTrail}
 * writes down; which version a client that cannot say so has seen,
 * {@link vn.ruralmap.server.editing.Readings} remembers. Knows no protocol.
 */
@NullMarked
package vn.ruralmap.server.editing;

import org.jspecify.annotations.NullMarked;
