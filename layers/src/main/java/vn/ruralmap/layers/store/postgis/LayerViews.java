package vn.ruralmap.layers.store.postgis;

import static vn.ruralmap.layers.store.postgis.PostgisDialect.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.Audience;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.model.LocalizedText;

/**
 * What the SQL and the QGIS of other people read: {@code NAME_current}, {@code NAME_as_of(date)}, comments and rights. Private
 * attributes are in the tables only.
 */
final class LayerViews {

    private static final String TODAY = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";

    private LayerViews() {}

    static List<String> statements(Layer layer) {
        List<String> statements = new ArrayList<>();
        statements.add(view(layer));
        statements.add(function(layer));
        statements.addAll(comments(layer));
        statements.add("""
                REVOKE ALL ON FUNCTION "%1$s_edit"(), "%1$s_as_of"(date) FROM PUBLIC;
                GRANT EXECUTE ON FUNCTION "%1$s_as_of"(date) TO ruralmap_writer, ruralmap_editor, ruralmap_reader;
                GRANT SELECT ON "%1$s", "%1$s_history", "%1$s_current" TO ruralmap_writer, ruralmap_editor, ruralmap_reader;
                GRANT INSERT, UPDATE, DELETE ON "%1$s" TO ruralmap_writer, ruralmap_editor;
                """.formatted(layer.name()));
        return statements;
    }

    static String dropSql(Layer layer) {
        return "DROP FUNCTION IF EXISTS \"%1$s_as_of\"(date); DROP VIEW IF EXISTS \"%1$s_current\""
                .formatted(layer.name());
    }

    /**
     * A view that others build on may gain columns at its end, and cannot be dropped; it then stays as it is, because a new
     * attribute of the catalogue is no reason for the server not to start.
     */
    private static String view(Layer layer) {
        return """
                DO $do$ BEGIN
                  CREATE OR REPLACE VIEW "%1$s_current" AS %2$s;
                EXCEPTION WHEN invalid_table_definition THEN
                  BEGIN
                    %3$s;
                    CREATE VIEW "%1$s_current" AS %2$s;
                  EXCEPTION WHEN dependent_objects_still_exist THEN
                    RAISE WARNING '%1$s_current keeps its columns, because other objects depend on it';
                  END;
                END $do$
                """.formatted(layer.name(), select(layer, TODAY), dropSql(layer));
    }

    private static String function(Layer layer) {
        return """
                DO $do$ BEGIN
                  CREATE OR REPLACE FUNCTION "%1$s_as_of"(day date) RETURNS SETOF "%1$s_current"
                  LANGUAGE sql STABLE SET search_path FROM CURRENT AS $as_of$ %2$s $as_of$;
                EXCEPTION WHEN invalid_function_definition THEN
                  RAISE WARNING '%1$s_as_of() keeps its columns, because other objects depend on %1$s_current';
                END $do$
                """.formatted(layer.name(), select(layer, "day"));
    }

    private static String select(Layer layer, String day) {
        Layer.Derivation derivation = layer.derivation();
        String geometry = derivation == null ? "a.geom" : "b.geom";
        String attributes = layer.attributes().stream()
                .filter(Audience.PUBLIC::sees)
                .map(attribute -> ", a.\"" + attribute.name() + "\"")
                .collect(Collectors.joining());
        String source = derivation == null
                ? ""
                : " JOIN \"%1$s\" b ON b.fid = a.\"%2$s\" AND %3$s%4$s"
                        .formatted(
                                derivation.source(),
                                derivation.through(),
                                inForce("b", day),
                                filter(derivation.onlyWhere()));
        return "SELECT a.fid, a.version, a.valid_from, a.valid_to, a.decision, " + geometry + attributes + " FROM \""
                + layer.name() + "\" a" + source + " WHERE " + inForce("a", day);
    }

    private static String inForce(String table, String day) {
        return "%1$s.valid_from <= %2$s AND (%1$s.valid_to > %2$s OR %1$s.valid_to IS NULL)".formatted(table, day);
    }

    private static String filter(Map<String, Set<String>> onlyWhere) {
        return onlyWhere.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> " AND b.\"" + entry.getKey() + "\" IN ("
                        + entry.getValue().stream()
                                .sorted()
                                .map(PostgisDialect::literal)
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining());
    }

    private static List<String> comments(Layer layer) {
        List<String> comments = new ArrayList<>();
        String name = layer.name();
        comments.add(comment(
                "TABLE \"" + name + "\"",
                both(layer.title()) + ". " + both(layer.description())
                        + " Sửa bằng SQL được ghi thành lần cập nhật. Edits in SQL become changesets."));
        comments.add(comment(
                "TABLE \"" + name + "_history\"",
                "Mọi phiên bản của " + name + ". Every version, with its changeset."));
        comments.add(comment(
                "VIEW \"" + name + "_current\"",
                "Hiện hành hôm nay, không có cột riêng tư. In force today, without private columns."));
        comments.add(comment(
                "FUNCTION \"" + name + "_as_of\"(date)",
                "Hiện hành vào một ngày. In force on a date: SELECT * FROM " + name + "_as_of('2025-06-30')."));
        for (Attribute attribute : layer.attributes()) {
            comments.add(comment(
                    "COLUMN \"" + name + "\".\"" + attribute.name() + "\"",
                    both(attribute.title()) + (attribute.isPrivate() ? " (riêng tư; private)" : "")));
        }
        return comments;
    }

    private static String both(LocalizedText text) {
        return text.vi() + " / " + text.en();
    }

    private static String comment(String object, String text) {
        return "COMMENT ON " + object + " IS " + literal(text);
    }
}
