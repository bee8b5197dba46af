package vn.ruralmap.server.accounts;

/**
 * How somebody comes in.
 *
 * @param address as {@link vn.ruralmap.server.editing.ClientAddress} tells it
 * @param way as the audit log calls it
 */
record Origin(String address, String way) {}
