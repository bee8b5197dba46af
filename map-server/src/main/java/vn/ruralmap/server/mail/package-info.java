/**
 * Letters by mail, where the operator names a mail server.
 *
 * <p>{@link vn.ruralmap.server.mail.Outbox} keeps what is to be told in the store until a node has sent it; what the letters say, a
 * {@link vn.ruralmap.server.mail.LetterSource} writes when they are sent. Must not know what they are about, nor who has an account.
 */
@NullMarked
package vn.ruralmap.server.mail;

import org.jspecify.annotations.NullMarked;
