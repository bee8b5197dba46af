-- Run as ruralmap_owner. A value that is used once at a time, at the end of the transaction, as an exclusion constraint would
-- demand it. That constraint's index took some sixty times as long to fill as the B-tree that this looks into; no two
-- transactions write at once (ruralmap_lock), so nothing is seen too early.

-- only_fid: the feature to look at; NULL: all of the layer
CREATE FUNCTION ruralmap_demand_once(layer text, attribute text, only_fid bigint, rule text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
DECLARE
  pair record;
BEGIN
  EXECUTE format(
    'SELECT a.fid AS one, b.fid AS other, a.%2$I AS value FROM %1$I a JOIN %1$I b ON b.%2$I = a.%2$I AND b.fid <> a.fid'
    ' AND daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)'
    ' WHERE $1 IS NULL OR a.fid = $1 LIMIT 1', layer, attribute) INTO pair USING only_fid;
  IF pair.one IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'exclusion_violation', CONSTRAINT = rule, MESSAGE = format(
      '%1$s = %2$L bị trùng trong cùng thời gian hiệu lực (fid %3$s, %4$s). %1$s = %2$L is used twice at the same date: %5$s',
      attribute, pair.value, pair.one, pair.other, rule);
  END IF;
END $$;

CREATE FUNCTION ruralmap_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ruralmap, pg_temp
AS $$
BEGIN
  PERFORM ruralmap_demand_once(TG_TABLE_NAME, TG_ARGV[0], NEW.fid, TG_NAME);
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION ruralmap_demand_once(text, text, bigint, text), ruralmap_once() FROM PUBLIC;
