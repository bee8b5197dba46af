-- What happened is as little to be edited by other programs as what is.
CREATE TRIGGER guard_ruralmap_changesets_insert BEFORE INSERT ON ruralmap_changesets
WHEN NOT EXISTS (SELECT 1 FROM ruralmap_transaction)
BEGIN
  SELECT RAISE(ABORT, 'Chỉ sửa qua ruralmap (import, trình sửa bản đồ). Edit through ruralmap only: its import or its editor.');
END;

CREATE TRIGGER guard_ruralmap_changesets_update BEFORE UPDATE ON ruralmap_changesets
WHEN NOT EXISTS (SELECT 1 FROM ruralmap_transaction)
BEGIN
  SELECT RAISE(ABORT, 'Chỉ sửa qua ruralmap (import, trình sửa bản đồ). Edit through ruralmap only: its import or its editor.');
END;

CREATE TRIGGER guard_ruralmap_changesets_delete BEFORE DELETE ON ruralmap_changesets
WHEN NOT EXISTS (SELECT 1 FROM ruralmap_transaction)
BEGIN
  SELECT RAISE(ABORT, 'Chỉ sửa qua ruralmap (import, trình sửa bản đồ). Edit through ruralmap only: its import or its editor.');
END;
