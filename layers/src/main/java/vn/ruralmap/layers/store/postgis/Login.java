package vn.ruralmap.layers.store.postgis;

/**
 * What the login may do.
 *
 * @param role what it works as: {@code ruralmap_writer}, or {@code ruralmap_reader} if it may not write
 * @param isOwner true if it may make and change tables
 * @param postgisSchema where PostGIS's functions are
 */
record Login(String role, boolean isOwner, String postgisSchema) {

    static final String OWNER = "ruralmap_owner";
    static final String WRITER = "ruralmap_writer";
    static final String READER = "ruralmap_reader";
    /** The schema that holds everything of ours. */
    static final String SCHEMA = "ruralmap";

    /** What a new session begins with to work as a role. */
    String sessionSql(String as) {
        return "SET ROLE " + as + "; SET search_path = " + SCHEMA + ", \"" + postgisSchema + "\", pg_temp";
    }
}
