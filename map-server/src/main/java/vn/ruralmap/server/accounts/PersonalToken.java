package vn.ruralmap.server.accounts;

import java.time.Instant;

/**
 * What a program signs in with in place of the password, for one account.
 *
 * @param id for lists and for revoking it, 12 hexadecimal digits; of no use for coming in
 * @param account its name
 * @param name what it is for, as its owner says
 */
record PersonalToken(String id, String account, String name, Instant created) {}
