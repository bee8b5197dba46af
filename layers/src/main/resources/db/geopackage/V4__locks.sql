-- Features that a client keeps others from changing for some minutes. They are no part of the map: copies leave them behind.
CREATE TABLE ruralmap_locks (
  layer TEXT NOT NULL,
  fid INTEGER NOT NULL,
  lock_id TEXT NOT NULL,
  expires DATETIME NOT NULL,
  PRIMARY KEY (layer, fid)
);

CREATE INDEX ruralmap_locks_id ON ruralmap_locks (lock_id);

-- A request that is repeated under its key is looked up by it.
CREATE INDEX ruralmap_changesets_key ON ruralmap_changesets (json_extract(provenance, '$.idempotency_key'));
