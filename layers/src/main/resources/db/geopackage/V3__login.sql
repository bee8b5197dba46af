-- The database user that wrote a changeset in PostGIS, kept when a store is copied from there. Null: written in this file.
ALTER TABLE ruralmap_changesets ADD COLUMN login TEXT;
