/**
 * Who people are: accounts with roles and an area, signing in, sessions, personal tokens, and the audit log for those who must answer
 * for it. All of it are documents in the store, so that every node and every backup has it.
 *
 * <p>Spring Security recognises who sent a request ({@link vn.ruralmap.server.accounts.SecurityConfiguration}), which
 * {@link vn.ruralmap.server.accounts.AccountRights} tells the services; what somebody may change is decided in
 * {@link vn.ruralmap.server.editing.AreaRights}. Passwords are kept as bcrypt hashes, tokens of sessions and programs as SHA-256 of
 * what nobody can guess; no secret is ever logged.
 */
@NullMarked
package vn.ruralmap.server.accounts;

import org.jspecify.annotations.NullMarked;
