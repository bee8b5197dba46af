-- Run as ruralmap_owner. What the server keeps beside the map: accounts, drafts, queries. id is kind/key, in the same order everywhere.
CREATE TABLE ruralmap_documents (
  id text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  modified timestamptz NOT NULL,
  body text NOT NULL
);
COMMENT ON TABLE ruralmap_documents IS 'Tài khoản, bản nháp và những gì máy chủ giữ ngoài bản đồ. Accounts, drafts and what else the server keeps.';
GRANT SELECT, INSERT, UPDATE, DELETE ON ruralmap_documents TO ruralmap_writer;

CREATE TABLE ruralmap_audit (
  number bigint PRIMARY KEY,
  time timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  subject text,
  refused integer NOT NULL,
  address text NOT NULL,
  details text NOT NULL
);
CREATE INDEX ruralmap_audit_actor ON ruralmap_audit (actor, number);
COMMENT ON TABLE ruralmap_audit IS 'Ai đã làm hoặc thử làm gì. Who did or tried what.';
GRANT SELECT, INSERT ON ruralmap_audit TO ruralmap_writer;

CREATE FUNCTION ruralmap_keep_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Nhật ký kiểm tra không sửa, không xóa được. The audit log cannot be changed.';
END $$;
CREATE TRIGGER ruralmap_audit_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ruralmap_audit
  FOR EACH STATEMENT EXECUTE FUNCTION ruralmap_keep_audit();

-- Writers of documents and of the log take turns, but wait for no import.
CREATE FUNCTION ruralmap_lock_documents() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(1920297582) $$;
REVOKE ALL ON FUNCTION ruralmap_lock_documents(), ruralmap_keep_audit() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ruralmap_lock_documents() TO ruralmap_writer;
