ALTER TABLE ruralmap_changesets ADD COLUMN later TEXT;
