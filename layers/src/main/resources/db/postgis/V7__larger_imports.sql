-- Run as ruralmap_owner. What a million new rows at once wait for: all indexes that the program made but the keys rest while an
-- empty layer is filled, and are made within the same transaction, behind the rows and before what looks into them.

-- What a killed import left out. Definitions as PostgreSQL tells them, so that an index comes back as it was.
CREATE TABLE ruralmap_resting_indexes (
  name text PRIMARY KEY,
  layer text NOT NULL,
  definition text NOT NULL
);
COMMENT ON TABLE ruralmap_resting_indexes IS
  'Chỉ mục tạm bỏ khi nhập nhiều dữ liệu. Indexes that were taken away for a large import.';
GRANT SELECT ON ruralmap_resting_indexes TO ruralmap_writer, ruralmap_editor, ruralmap_reader;

-- In a transaction of its own before many rows come. Nobody waits: not who reads an empty table, and not this, if somebody works
-- on it.
CREATE OR REPLACE FUNCTION ruralmap_rest_index(layer text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, "${postgis}", pg_temp SET lock_timeout = '100ms'
AS $$
DECLARE
  is_empty boolean;
  index record;
BEGIN
  IF NOT EXISTS (SELECT FROM ruralmap_layers l WHERE l.layer = ruralmap_rest_index.layer) THEN
    RETURN false;
  END IF;
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', layer);
  EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I)', layer) INTO is_empty;
  IF is_empty THEN
    FOR index IN
      SELECT c.relname, pg_get_indexdef(c.oid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = to_regclass(quote_ident(layer)) AND NOT i.indisunique
      AND (c.relname = layer || '_geom' OR starts_with(c.relname, layer || '.'))
    LOOP
      INSERT INTO ruralmap_resting_indexes VALUES (index.relname, layer, index.definition)
      ON CONFLICT (name) DO UPDATE SET definition = excluded.definition;
      EXECUTE format('DROP INDEX %I', index.relname);
    END LOOP;
  END IF;
  RETURN is_empty;
EXCEPTION WHEN lock_not_available THEN
  RETURN false;
END $$;

-- Makes the indexes that rest or, if geometry's, are missing, of layers on which nobody else works. Within a changeset it does not
-- wait for a table at all: who holds a lock of it may be waiting for the lock of writers, which the changeset has, and one of the
-- two would be ended as a deadlock. It is called again after the transaction.
CREATE OR REPLACE FUNCTION ruralmap_index() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, "${postgis}", pg_temp SET lock_timeout = '1s'
AS $$
DECLARE
  index record;
BEGIN
  FOR index IN
    SELECT r.layer, r.name, regexp_replace(r.definition, '^CREATE INDEX', 'CREATE INDEX IF NOT EXISTS') AS definition
    FROM ruralmap_resting_indexes r WHERE to_regclass(quote_ident(r.layer)) IS NOT NULL
    UNION ALL
    SELECT l.layer, l.layer || '_geom', format('CREATE INDEX IF NOT EXISTS %I ON %I USING gist (geom)', l.layer || '_geom', l.layer)
    FROM ruralmap_layers l JOIN pg_attribute a ON a.attrelid = to_regclass(quote_ident(l.layer))
    WHERE a.attname = 'geom' AND NOT a.attisdropped AND to_regclass(quote_ident(l.layer || '_geom')) IS NULL
    AND NOT EXISTS (SELECT FROM ruralmap_resting_indexes r WHERE r.name = l.layer || '_geom')
  LOOP
    BEGIN
      IF current_setting('ruralmap.program', true) = 'on' THEN
        EXECUTE format('LOCK TABLE %I IN SHARE MODE NOWAIT', index.layer);
      END IF;
      EXECUTE index.definition;
      DELETE FROM ruralmap_resting_indexes r WHERE r.name = index.name;
    EXCEPTION WHEN lock_not_available OR unique_violation THEN
      RAISE DEBUG 'somebody works on the table of %', index.name;
    END;
  END LOOP;
END $$;

-- After a large change, in its transaction: what its rules look into is planned by what is there now. Statistics of the other
-- columns, geometry's above all, cost twice as much as these and are autovacuum's business a little later.
CREATE OR REPLACE FUNCTION ruralmap_analyze(layer text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  columns text;
BEGIN
  SELECT string_agg(quote_ident(a.attname), ', ') INTO columns FROM pg_attribute a
  WHERE a.attrelid = to_regclass(quote_ident(layer)) AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'geom'
  AND (a.attname IN ('changeset', 'valid_from', 'valid_to')
    OR EXISTS (SELECT FROM pg_index i WHERE i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey)));
  EXECUTE format('ANALYZE %I (%s), %I (fid, version, changeset)', layer, columns, layer || '_history');
END $$;

-- At the end of each transaction: what it did to each layer, the layers' revisions, the news to all nodes. A first version is new
-- without a look at what was before it.
CREATE OR REPLACE FUNCTION ruralmap_finish() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  name text;
  part record;
  new_rows integer := 0;
  changed_rows integer := 0;
  gone_rows integer := 0;
BEGIN
  FOR name IN SELECT layer FROM ruralmap_layers ORDER BY layer LOOP
    EXECUTE format(
      'SELECT (SELECT count(*) FROM %1$I f WHERE f.changeset = $1 AND f.version = 1 AND NOT f.deleted)'
      ' + count(*) FILTER (WHERE NOT h.deleted AND b.deleted IS NOT FALSE) AS new_rows,'
      ' count(*) FILTER (WHERE NOT h.deleted AND NOT b.deleted) AS changed_rows,'
      ' count(*) FILTER (WHERE h.deleted) AS gone_rows'
      ' FROM %1$I h LEFT JOIN %1$I b ON b.fid = h.fid AND b.version = h.version - 1'
      ' WHERE h.changeset = $1 AND (h.version > 1 OR h.deleted)',
      name || '_history') INTO part USING NEW.id;
    IF part.new_rows + part.changed_rows + part.gone_rows > 0 THEN
      UPDATE ruralmap_layers SET revision = NEW.id WHERE layer = name;
      new_rows := new_rows + part.new_rows;
      changed_rows := changed_rows + part.changed_rows;
      gone_rows := gone_rows + part.gone_rows;
    END IF;
  END LOOP;
  IF NEW.source = 'sql' AND new_rows + changed_rows + gone_rows = 0 THEN
    DELETE FROM ruralmap_changesets WHERE id = NEW.id;
    RETURN NULL;
  END IF;
  UPDATE ruralmap_changesets
  SET inserted = new_rows, updated = changed_rows, deleted = gone_rows, open_in = NULL WHERE id = NEW.id;
  PERFORM pg_notify('ruralmap', NEW.id::text), set_config('ruralmap.program', '', true);
  RETURN NULL;
END $$;

-- A reference leads somewhere, at the end of the transaction, as a foreign key would demand it. A foreign key queues a check for
-- each row, also of the program, which looks all of them through at once (TableRules), and keeps indexes from being made while the
-- queue waits. No two transactions write at once (ruralmap_lock), so nothing is seen too early.

-- only_fid: the feature to look at, only_target: those that refer to it; NULL: all of the layer
CREATE FUNCTION ruralmap_demand_exists(
  layer text, attribute text, target text, only_fid bigint, only_target bigint, rule text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  lost record;
BEGIN
  EXECUTE format(
    'SELECT a.fid, a.%2$I AS target FROM %1$I a WHERE ($1 IS NULL OR a.fid = $1) AND ($2 IS NULL OR a.%2$I = $2)'
    ' AND a.%2$I IS NOT NULL AND NOT EXISTS (SELECT FROM %3$I b WHERE b.fid = a.%2$I) LIMIT 1', layer, attribute, target)
  INTO lost USING only_fid, only_target;
  IF lost.fid IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'foreign_key_violation', TABLE = layer, CONSTRAINT = rule, MESSAGE = format(
      '%1$s = %2$s của %3$s (fid %4$s) không có trong %5$s. %1$s = %2$s of %3$s (fid %4$s) is not in %5$s: %6$s',
      attribute, lost.target, layer, lost.fid, target, rule);
  END IF;
END $$;

-- Arguments: the attribute, the layer that it refers to
CREATE FUNCTION ruralmap_exists() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
BEGIN
  PERFORM ruralmap_demand_exists(TG_TABLE_NAME, TG_ARGV[0], TG_ARGV[1], NEW.fid, NULL, TG_NAME);
  RETURN NULL;
END $$;

-- After a deletion. Arguments: the layer that refers to this one, its attribute, the rule
CREATE FUNCTION ruralmap_needed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
BEGIN
  PERFORM ruralmap_demand_exists(TG_ARGV[0], TG_ARGV[1], TG_TABLE_NAME, NULL, OLD.fid, TG_ARGV[2]);
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION ruralmap_demand_exists(text, text, text, bigint, bigint, text), ruralmap_exists(), ruralmap_needed() FROM PUBLIC;
