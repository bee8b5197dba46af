-- Run as ruralmap_owner. What a million new rows at once wait for.

-- After each INSERT or UPDATE of a layer: the rows as they are now, into its history. The program writes a feature once a
-- transaction; an edit in plain SQL may write it again, or bring back what it deleted, and looking for that doubles the time.
CREATE OR REPLACE FUNCTION ruralmap_remember() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  columns text;
  excluded text;
BEGIN
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum), string_agg('excluded.' || quote_ident(attname), ', ' ORDER BY attnum)
  INTO columns, excluded FROM pg_attribute WHERE attrelid = TG_RELID AND attnum > 0 AND NOT attisdropped;
  EXECUTE format('INSERT INTO %1$I (deleted, %2$s) SELECT false, %2$s FROM new_rows', TG_TABLE_NAME || '_history', columns)
    || CASE WHEN current_setting('ruralmap.program', true) = 'on' THEN ''
       ELSE format(' ON CONFLICT (fid, version) DO UPDATE SET (deleted, %1$s) = ROW(false, %2$s)', columns, excluded) END;
  RETURN NULL;
END $$;

-- Takes the spatial index of an empty layer away, in a transaction of its own before many rows come: filled at once behind
-- them it takes a fifth of the time. Nobody waits: not who reads an empty table, and not this, if somebody works on it.
CREATE FUNCTION ruralmap_rest_index(layer text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp SET lock_timeout = '100ms'
AS $$
DECLARE
  is_empty boolean;
BEGIN
  IF NOT EXISTS (SELECT FROM ruralmap_layers l WHERE l.layer = ruralmap_rest_index.layer) THEN
    RETURN false;
  END IF;
  EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', layer);
  EXECUTE format('SELECT NOT EXISTS (SELECT FROM %I)', layer) INTO is_empty;
  IF is_empty THEN
    EXECUTE format('DROP INDEX IF EXISTS %I', layer || '_geom');
  END IF;
  RETURN is_empty;
EXCEPTION WHEN lock_not_available THEN
  RETURN false;
END $$;

-- Makes the spatial indexes that are missing, of layers on which nobody works; whoever does makes it behind his rows.
CREATE FUNCTION ruralmap_index() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, "${postgis}", pg_temp SET lock_timeout = '1s'
AS $$
DECLARE
  name text;
BEGIN
  FOR name IN
    SELECT l.layer FROM ruralmap_layers l JOIN pg_attribute a ON a.attrelid = to_regclass(quote_ident(l.layer))
    WHERE a.attname = 'geom' AND NOT a.attisdropped AND to_regclass(quote_ident(l.layer || '_geom')) IS NULL
  LOOP
    BEGIN
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON %I USING gist (geom)', name || '_geom', name);
    EXCEPTION WHEN lock_not_available OR unique_violation THEN
      RAISE DEBUG 'somebody works on %', name;
    END;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION ruralmap_rest_index(text), ruralmap_index() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ruralmap_rest_index(text), ruralmap_index() TO ruralmap_writer;
