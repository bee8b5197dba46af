package vn.ruralmap.layers.store.postgis;

import static vn.ruralmap.layers.store.postgis.PostgisDialect.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.ruralmap.layers.model.Attribute;
import vn.ruralmap.layers.model.AttributeType;
import vn.ruralmap.layers.model.Layer;
import vn.ruralmap.layers.store.jdbc.FeatureTable;

/**
 * The rules of a layer as constraints and triggers, so that an edit in plain SQL is held to them too. Statements may be run
 * again and again.
 */
final class LayerRules {

    /** XML cannot carry them, and every format is to. */
    private static final String CONTROL_CHARACTERS = "[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]";

    /** Of our checks, which are made anew when the catalogue changes, unlike those of the administrator. */
    private static final String PREFIX = "ruralmap: ";

    private LayerRules() {}

    static List<String> statements(Layer layer) {
        List<String> statements = new ArrayList<>();
        statements.add(checks(layer));
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isUnique() || attribute.type() == AttributeType.REFERENCE) {
                statements.add("CREATE INDEX IF NOT EXISTS \"%1$s.%2$s\" ON \"%1$s\" (\"%2$s\")"
                        .formatted(layer.name(), attribute.name()));
            }
            if (attribute.isUnique()) {
                statements.addAll(onceAtATime(layer, attribute));
            }
            if (attribute.type() == AttributeType.REFERENCE) {
                statements.addAll(exists(layer, attribute));
            }
        }
        statements.add(editFunction(layer));
        statements.add(triggers(layer));
        return statements;
    }

    /** Names of the constraints that a layer's table has, beside its primary key. */
    static List<String> constraintNames(Layer layer) {
        List<String> names = new ArrayList<>(List.of(PREFIX + "valid_from", PREFIX + "valid_to", PREFIX + "decision"));
        if (!layer.isDerived()) {
            names.add(PREFIX + "geom");
        }
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isRequired()) {
                names.add(PREFIX + attribute.name() + " is required");
            }
            switch (attribute.type()) {
                case CODE, TEXT, DECIMAL -> names.add(PREFIX + attribute.name());
                default -> {}
            }
        }
        return names;
    }

    /** The constraint triggers that hold the rules of a layer, by table: some are on tables that it refers to. */
    static Map<String, List<String>> ruleTriggers(Layer layer) {
        Map<String, List<String>> triggers = new LinkedHashMap<>();
        for (Attribute attribute : layer.attributes()) {
            if (attribute.isUnique()) {
                triggers.computeIfAbsent(layer.name(), name -> new ArrayList<>())
                        .add(onceRule(layer, attribute));
            }
            if (attribute.type() == AttributeType.REFERENCE) {
                triggers.computeIfAbsent(layer.name(), name -> new ArrayList<>())
                        .add(existsRule(layer, attribute));
                triggers.computeIfAbsent(target(attribute), name -> new ArrayList<>())
                        .add(neededRule(layer, attribute));
            }
        }
        return triggers;
    }

    /** Names of the triggers that {@link #triggers} makes. */
    static List<String> triggerNames() {
        return List.of("ruralmap_before", "ruralmap_edit", "ruralmap_inserted", "ruralmap_updated", "ruralmap_deleted");
    }

    private static String onceRule(Layer layer, Attribute attribute) {
        return layer.name() + "." + attribute.name() + " once at a time";
    }

    private static String existsRule(Layer layer, Attribute attribute) {
        return layer.name() + "." + attribute.name() + " exists";
    }

    private static String neededRule(Layer layer, Attribute attribute) {
        return "needed by " + layer.name() + "." + attribute.name();
    }

    private static String target(Attribute attribute) {
        return Objects.requireNonNull(attribute.references());
    }

    private static List<String> onceAtATime(Layer layer, Attribute attribute) {
        return ruleTrigger(
                layer.name(),
                onceRule(layer, attribute),
                "INSERT OR UPDATE OF \"" + attribute.name() + "\", valid_from, valid_to",
                "ruralmap_once(" + literal(attribute.name()) + ")");
    }

    private static List<String> exists(Layer layer, Attribute attribute) {
        List<String> statements = new ArrayList<>(ruleTrigger(
                target(attribute),
                neededRule(layer, attribute),
                "DELETE",
                "ruralmap_needed(%s, %s, %s)"
                        .formatted(
                                literal(layer.name()),
                                literal(attribute.name()),
                                literal(existsRule(layer, attribute)))));
        statements.addAll(ruleTrigger(
                layer.name(),
                existsRule(layer, attribute),
                "INSERT OR UPDATE OF \"" + attribute.name() + "\"",
                "ruralmap_exists(%s, %s)".formatted(literal(attribute.name()), literal(target(attribute)))));
        return statements;
    }

    /**
     * Looks at a row at the end of the transaction. What the program writes it looks through itself, all at once
     * ({@code TableRules}).
     */
    private static List<String> ruleTrigger(String table, String rule, String event, String function) {
        String name = FeatureTable.quoted(rule);
        return List.of(
                "DROP TRIGGER IF EXISTS %s ON \"%s\"".formatted(name, table),
                // before version 7 of the tables a foreign key had the name
                "ALTER TABLE \"%s\" DROP CONSTRAINT IF EXISTS %s".formatted(table, name),
                ("CREATE CONSTRAINT TRIGGER %s AFTER %s ON \"%s\" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW"
                                + " WHEN (current_setting('ruralmap.program', true) IS DISTINCT FROM 'on')"
                                + " EXECUTE FUNCTION %s")
                        .formatted(name, event, table, function));
    }

    /** Looks through all rows of a layer that were loaded with triggers off. */
    static List<String> ruleQueries(Layer layer) {
        List<String> queries = new ArrayList<>();
        for (Attribute attribute : layer.attributes()) {
            String column = literal(layer.name()) + ", " + literal(attribute.name());
            if (attribute.isUnique()) {
                queries.add("SELECT ruralmap_demand_once(%s, NULL, %s)"
                        .formatted(column, literal(onceRule(layer, attribute))));
            }
            if (attribute.type() == AttributeType.REFERENCE) {
                queries.add("SELECT ruralmap_demand_exists(%s, %s, NULL, NULL, %s)"
                        .formatted(column, literal(target(attribute)), literal(existsRule(layer, attribute))));
            }
        }
        return queries;
    }

    /** Not valid for the rows that are there: rules of a catalogue hold from now on. */
    private static String checks(Layer layer) {
        List<String> checks = new ArrayList<>();
        checks.add(check("valid_from", "valid_from BETWEEN '0001-01-01' AND '9999-12-31'"));
        checks.add(check("valid_to", "valid_to > valid_from AND valid_to <= '9999-12-31'"));
        checks.add(check("decision", "decision !~ '" + CONTROL_CHARACTERS + "'"));
        if (!layer.isDerived()) {
            checks.add(check("geom", "NOT ST_IsEmpty(geom) AND GeometryType(geom) IN (" + geometryTypes(layer) + ")"));
        }
        for (Attribute attribute : layer.attributes()) {
            String column = "\"" + attribute.name() + "\"";
            if (attribute.isRequired()) {
                checks.add(check(attribute.name() + " is required", column + " IS NOT NULL"));
            }
            if (attribute.type() == AttributeType.CODE) {
                checks.add(check(
                        attribute.name(),
                        column + " IN ("
                                + attribute.codes().stream()
                                        .map(entry -> literal(entry.code()))
                                        .collect(Collectors.joining(", "))
                                + ")"));
            } else if (attribute.type() == AttributeType.TEXT) {
                checks.add(check(attribute.name(), column + " !~ '" + CONTROL_CHARACTERS + "'"));
            } else if (attribute.type() == AttributeType.DECIMAL) {
                checks.add(check(
                        attribute.name(), column + " BETWEEN -1.7976931348623157e308 AND 1.7976931348623157e308"));
            }
        }
        return ("DO $do$ DECLARE name text; BEGIN FOR name IN SELECT conname FROM pg_constraint WHERE contype = 'c'"
                        + " AND conname LIKE '" + PREFIX
                        + "%%' AND conrelid = '\"%1$s\"'::regclass LOOP EXECUTE format('ALTER TABLE %%I DROP CONSTRAINT %%I',"
                        + " %2$s, name); END LOOP; END $do$; ALTER TABLE \"%1$s\" %3$s")
                .formatted(layer.name(), literal(layer.name()), String.join(", ", checks));
    }

    private static String check(String name, String condition) {
        return "ADD CONSTRAINT \"" + PREFIX + name + "\" CHECK (" + condition + ") NOT VALID";
    }

    private static String geometryTypes(Layer layer) {
        return layer.geometryKinds().stream()
                .sorted()
                .map(kind -> switch (kind) {
                    case POINT -> "'POINT'";
                    case LINE -> "'MULTILINESTRING'";
                    case POLYGON -> "'MULTIPOLYGON'";
                })
                .collect(Collectors.joining(", "));
    }

    /** What the program does to a row before it is stored, done to a row of an edit in plain SQL. */
    private static String editFunction(Layer layer) {
        StringBuilder normal = new StringBuilder("  NEW.decision := normalize(NEW.decision);\n");
        for (Attribute attribute : layer.attributes()) {
            if (attribute.type() == AttributeType.TEXT || attribute.type() == AttributeType.CODE) {
                normal.append("  NEW.\"%1$s\" := normalize(NEW.\"%1$s\");\n".formatted(attribute.name()));
            }
        }
        String geometry = layer.isDerived() ? "" : """
                  IF TG_OP = 'INSERT' THEN
                    NEW.geom := ruralmap_stored_form(NEW.geom);
                  ELSIF NEW.geom IS DISTINCT FROM OLD.geom THEN
                    NEW.geom := ruralmap_stored_form(NEW.geom);
                  END IF;
                """;
        return """
            CREATE OR REPLACE FUNCTION "%1$s_edit"() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
            AS $edit$
            DECLARE
              current bigint := ruralmap_current();
              last record;
            BEGIN
              IF TG_OP = 'INSERT' THEN
                SELECT version, deleted, changeset INTO last FROM "%1$s_history"
                WHERE fid = NEW.fid ORDER BY version DESC LIMIT 1;
                IF last.deleted THEN
                  NEW.version := last.version + (last.changeset <> current)::integer;
                ELSE
                  NEW.fid := 1 + greatest((SELECT coalesce(max(fid), 0) FROM "%1$s"),
                                          (SELECT coalesce(max(fid), 0) FROM "%1$s_history"));
                  NEW.version := 1;
                END IF;
              ELSE
                IF NEW IS NOT DISTINCT FROM OLD THEN
                  RETURN NULL;
                END IF;
                NEW.fid := OLD.fid;
                NEW.version := OLD.version + (OLD.changeset <> current)::integer;
              END IF;
              NEW.changeset := current;
            %2$s%3$s  RETURN NEW;
            END $edit$
            """.formatted(layer.name(), normal, geometry);
    }

    private static String triggers(Layer layer) {
        return """
            CREATE OR REPLACE TRIGGER ruralmap_before BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON "%1$s"
              FOR EACH STATEMENT EXECUTE FUNCTION ruralmap_before();
            CREATE OR REPLACE TRIGGER ruralmap_edit BEFORE INSERT OR UPDATE ON "%1$s"
              FOR EACH ROW WHEN (current_setting('ruralmap.program', true) IS DISTINCT FROM 'on')
              EXECUTE FUNCTION "%1$s_edit"();
            CREATE OR REPLACE TRIGGER ruralmap_inserted AFTER INSERT ON "%1$s" REFERENCING NEW TABLE AS new_rows
              FOR EACH STATEMENT EXECUTE FUNCTION ruralmap_remember();
            CREATE OR REPLACE TRIGGER ruralmap_updated AFTER UPDATE ON "%1$s" REFERENCING NEW TABLE AS new_rows
              FOR EACH STATEMENT EXECUTE FUNCTION ruralmap_remember();
            CREATE OR REPLACE TRIGGER ruralmap_deleted AFTER DELETE ON "%1$s" REFERENCING OLD TABLE AS old_rows
              FOR EACH STATEMENT EXECUTE FUNCTION ruralmap_remember_deletion();
            """.formatted(layer.name());
    }
}
