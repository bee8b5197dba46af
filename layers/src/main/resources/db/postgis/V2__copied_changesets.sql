-- Run as ruralmap_owner. A changeset that was copied from a file has no database user.
ALTER TABLE ruralmap_changesets ALTER COLUMN login DROP NOT NULL;
