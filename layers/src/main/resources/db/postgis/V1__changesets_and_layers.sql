-- Run as ruralmap_owner. ${postgis} is the schema that PostGIS was installed in.

-- The revision is the greatest id here.
CREATE TABLE ruralmap_changesets (
  id bigint PRIMARY KEY,
  author text NOT NULL,
  time timestamptz NOT NULL,
  source text NOT NULL,
  message text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'rejected', 'reverted')),
  provenance jsonb NOT NULL,
  inserted integer NOT NULL DEFAULT 0,
  updated integer NOT NULL DEFAULT 0,
  deleted integer NOT NULL DEFAULT 0,
  reverts bigint REFERENCES ruralmap_changesets (id),
  login text NOT NULL,
  -- only while its transaction runs: numbers of transactions mean nothing after a restore into another cluster
  open_in xid8
);
CREATE UNIQUE INDEX ruralmap_changesets_open ON ruralmap_changesets (open_in) WHERE open_in IS NOT NULL;

COMMENT ON TABLE ruralmap_changesets IS 'Các lần cập nhật: ai sửa gì, khi nào, vì sao. Changesets: who changed what, when and why.';
COMMENT ON COLUMN ruralmap_changesets.login IS 'Tài khoản cơ sở dữ liệu. The database user that wrote it, whoever the author is.';

-- revision: the last changeset that changed the layer; definition: what its tables were last made to fit
CREATE TABLE ruralmap_layers (
  layer text PRIMARY KEY,
  revision bigint NOT NULL DEFAULT 0,
  definition text
);
COMMENT ON TABLE ruralmap_layers IS 'Các lớp và lần cập nhật gần nhất của chúng. Layers and the last changeset of each.';

-- One writer at a time, whoever it is: revisions rise in the order in which they become visible.
CREATE FUNCTION ruralmap_lock() RETURNS void LANGUAGE sql
AS $$ SELECT pg_advisory_xact_lock(1920297580) $$;

-- Begins a changeset of the program. What is written in this transaction from here on belongs to it.
CREATE FUNCTION ruralmap_begin(author text, source text, message text, provenance jsonb, reverts bigint) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  new_id bigint;
BEGIN
  PERFORM ruralmap_lock();
  SELECT coalesce(max(id), 0) + 1 INTO new_id FROM ruralmap_changesets;
  INSERT INTO ruralmap_changesets (id, author, time, source, message, state, provenance, reverts, login, open_in)
  VALUES (new_id, author, date_trunc('milliseconds', clock_timestamp()), source, message, 'published', provenance, reverts,
          session_user, pg_current_xact_id());
  -- row triggers look at this for each row, which a query would slow down; ruralmap_before() makes sure that it is true
  PERFORM set_config('ruralmap.program', CASE source WHEN 'sql' THEN '' ELSE 'on' END, true);
  RETURN new_id;
END $$;

-- The changeset of this transaction, for triggers; begun by the first edit in plain SQL if the program began none.
CREATE FUNCTION ruralmap_current() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  found_id bigint;
  application text := coalesce(current_setting('application_name', true), '');
BEGIN
  SELECT id INTO found_id FROM ruralmap_changesets WHERE open_in = pg_current_xact_id_if_assigned();
  IF found_id IS NULL THEN
    found_id := ruralmap_begin(
      session_user, 'sql',
      'Sửa trực tiếp trong cơ sở dữ liệu' || CASE WHEN application = '' THEN '' ELSE ' (' || application || ')' END,
      jsonb_build_object('application', application), NULL);
  END IF;
  RETURN found_id;
END $$;

-- At the end of each transaction: what it did to each layer, the layers' revisions, the news to all nodes.
CREATE FUNCTION ruralmap_finish() RETURNS trigger
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
      'SELECT count(*) FILTER (WHERE NOT h.deleted AND b.deleted IS NOT FALSE) AS new_rows,'
      ' count(*) FILTER (WHERE NOT h.deleted AND NOT b.deleted) AS changed_rows,'
      ' count(*) FILTER (WHERE h.deleted) AS gone_rows'
      ' FROM %1$I h LEFT JOIN %1$I b ON b.fid = h.fid AND b.version = h.version - 1 WHERE h.changeset = $1',
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

CREATE CONSTRAINT TRIGGER ruralmap_finish AFTER INSERT ON ruralmap_changesets
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ruralmap_finish();

-- Before each statement on a layer: waits for its turn, and has a changeset to write into.
CREATE FUNCTION ruralmap_before() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    RAISE EXCEPTION 'Không dùng TRUNCATE vì mất lịch sử; hãy dùng DELETE. TRUNCATE would lose history: use DELETE.';
  END IF;
  IF current_setting('ruralmap.program', true) = 'on' AND NOT EXISTS (
      SELECT 1 FROM ruralmap_changesets WHERE open_in = pg_current_xact_id_if_assigned() AND source <> 'sql') THEN
    RAISE EXCEPTION 'Chỉ ruralmap đặt được ruralmap.program. Only ruralmap itself may set ruralmap.program.';
  END IF;
  PERFORM ruralmap_current();
  RETURN NULL;
END $$;

-- After each INSERT or UPDATE of a layer: the rows as they are now, into its history.
CREATE FUNCTION ruralmap_remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  columns text;
  excluded text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('excluded.' || quote_ident(attname), ', ' ORDER BY attnum)
  INTO columns, excluded FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped;
  EXECUTE format(
    'INSERT INTO %1$I (deleted, %2$s) SELECT false, %2$s FROM new_rows'
    ' ON CONFLICT (fid, version) DO UPDATE SET (deleted, %2$s) = ROW(false, %3$s)',
    TG_TABLE_NAME || '_history', columns, excluded);
  RETURN NULL;
END $$;

-- After each DELETE on a layer. What the same transaction made is gone without a trace.
CREATE FUNCTION ruralmap_remember_deletion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  current bigint := ruralmap_current();
  history text := quote_ident(TG_TABLE_NAME || '_history');
BEGIN
  EXECUTE format(
    'DELETE FROM %1$s h USING old_rows o WHERE o.changeset = $1 AND h.fid = o.fid AND h.version = o.version', history)
  USING current;
  EXECUTE format(
    'INSERT INTO %1$s (fid, version, changeset, deleted)'
    ' SELECT o.fid, CASE o.changeset WHEN $1 THEN o.version ELSE o.version + 1 END, $1, true FROM old_rows o'
    ' WHERE o.changeset <> $1 OR EXISTS (SELECT 1 FROM %1$s b'
    ' WHERE b.fid = o.fid AND b.version = o.version - 1 AND NOT b.deleted)', history)
  USING current;
  RETURN NULL;
END $$;

-- After a large change, in its transaction: what checks and reads it next is planned by what is there now.
CREATE FUNCTION ruralmap_analyze(layer text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
BEGIN
  EXECUTE format('ANALYZE %I, %I', layer, layer || '_history');
END $$;

-- Geometry of an edit in plain SQL as it is stored: on the grid of 1e-8 degree, shells counter-clockwise, valid.
CREATE FUNCTION ruralmap_stored_form(given geometry) RETURNS geometry
LANGUAGE plpgsql IMMUTABLE SET search_path = ruralmap, "${postgis}", pg_temp
AS $$
DECLARE
  stored geometry := ST_Force2D(given);
BEGIN
  IF stored IS NULL THEN
    RETURN NULL;
  END IF;
  IF ST_XMin(stored) < -180 OR ST_XMax(stored) > 180 OR ST_YMin(stored) < -90 OR ST_YMax(stored) > 90 THEN
    RAISE EXCEPTION 'Tọa độ không phải kinh độ, vĩ độ. The coordinates are no longitude and latitude (EPSG:4326).';
  END IF;
  IF NOT ST_IsValid(stored) THEN
    RAISE EXCEPTION 'Hình học không hợp lệ. The geometry is invalid: %', ST_IsValidReason(stored)
      USING HINT = 'ST_MakeValid(geom)';
  END IF;
  IF EXISTS (SELECT 1 FROM ST_DumpPoints(stored) p WHERE round(ST_X(p.geom) * 1e8) / 1e8 <> ST_X(p.geom)
             OR round(ST_Y(p.geom) * 1e8) / 1e8 <> ST_Y(p.geom)) THEN
    stored := ST_ReducePrecision(stored, 1e-8);
    IF GeometryType(given) LIKE 'MULTI%' THEN
      stored := ST_Multi(stored);
    END IF;
  END IF;
  RETURN ST_SetSRID(ST_ForcePolygonCCW(stored), 4326);
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ruralmap FROM PUBLIC;
GRANT USAGE ON SCHEMA ruralmap TO ruralmap_writer, ruralmap_editor, ruralmap_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA ruralmap TO ruralmap_writer, ruralmap_editor, ruralmap_reader;
GRANT UPDATE (state) ON ruralmap_changesets TO ruralmap_writer;
GRANT EXECUTE ON FUNCTION ruralmap_lock(), ruralmap_analyze(text), ruralmap_begin(text, text, text, jsonb, bigint) TO ruralmap_writer;
