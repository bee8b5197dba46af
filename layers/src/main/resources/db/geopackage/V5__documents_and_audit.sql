-- What the server keeps beside the map: accounts, drafts, queries. id is kind/key.
CREATE TABLE ruralmap_documents (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  modified DATETIME NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;

-- Who did or tried what.
CREATE TABLE ruralmap_audit (
  number INTEGER NOT NULL PRIMARY KEY,
  time DATETIME NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT,
  refused INTEGER NOT NULL,
  address TEXT NOT NULL,
  details TEXT NOT NULL
);

CREATE INDEX ruralmap_audit_actor ON ruralmap_audit (actor, number);

CREATE TRIGGER ruralmap_audit_stays BEFORE UPDATE ON ruralmap_audit
BEGIN
  SELECT RAISE(ABORT, 'Nhật ký kiểm tra không sửa được. The audit log cannot be changed.');
END;

CREATE TRIGGER ruralmap_audit_remains BEFORE DELETE ON ruralmap_audit
BEGIN
  SELECT RAISE(ABORT, 'Nhật ký kiểm tra không xóa được. The audit log cannot be removed.');
END;
