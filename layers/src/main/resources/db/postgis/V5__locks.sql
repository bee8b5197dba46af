-- Run as ruralmap_owner. Features that a client keeps others from changing for some minutes, on whichever node.
CREATE TABLE ruralmap_locks (
  layer text NOT NULL,
  fid bigint NOT NULL,
  lock_id text NOT NULL,
  expires timestamptz NOT NULL,
  PRIMARY KEY (layer, fid)
);
CREATE INDEX ruralmap_locks_id ON ruralmap_locks (lock_id);
COMMENT ON TABLE ruralmap_locks IS 'Đối tượng đang bị khóa qua WFS. Features that are locked through WFS.';
GRANT SELECT, INSERT, UPDATE, DELETE ON ruralmap_locks TO ruralmap_writer;

-- A request that is repeated under its key is looked up by it.
CREATE INDEX ruralmap_changesets_key ON ruralmap_changesets ((provenance ->> 'idempotency_key'));
