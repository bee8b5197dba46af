package vn.ruralmap.server.wfs;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One query of a request, as it was asked: names are canonical, but nothing has been looked up yet. */
sealed interface QueryExpression {

    /**
     * A query that says itself what it wants (OGC 09-025r2 §7.9.2.2).
     *
     * @param typeNames none: the ids among the conditions say the types; several: a join
     * @param aliases for the types of a join; none or one for each
     * @param srsName what coordinates are to be in
     * @param propertyNames which properties to give; empty: all
     * @param conditions all of them must hold
     * @param sortBy the most important first
     */
    record AdHoc(
            List<String> typeNames,
            List<String> aliases,
            Optional<String> srsName,
            Optional<List<String>> propertyNames,
            List<Condition> conditions,
            List<SortKey> sortBy)
            implements QueryExpression {

        public AdHoc {
            typeNames = List.copyOf(typeNames);
            aliases = List.copyOf(aliases);
            propertyNames = propertyNames.map(List::copyOf);
            conditions = List.copyOf(conditions);
            sortBy = List.copyOf(sortBy);
        }
    }

    /**
     * A call of a stored query.
     *
     * @param arguments by name in lower case, as key-value pairs have no case
     * @param srsName what coordinates are to be in, beyond the standard
     */
    record Stored(String id, Map<String, String> arguments, Optional<String> srsName) implements QueryExpression {

        public Stored {
            arguments = Map.copyOf(arguments);
        }
    }

    /** A property to sort by. */
    record SortKey(String property, boolean descending) {

        @Override
        public String toString() {
            return property + (descending ? " DESC" : " ASC");
        }
    }

    /** What a feature must fulfil. */
    sealed interface Condition {

        /** Four numbers and perhaps a system, as the parameter BBOX has them. */
        record Box(List<String> items) implements Condition {}

        /** Features by id. */
        record Ids(List<String> ids) implements Condition {}

        /** A document with the root {@code Filter}. */
        record Filter(String xml) implements Condition {}

        /** The common query language, as GeoServer takes it. */
        record Cql(String text) implements Condition {}
    }
}
