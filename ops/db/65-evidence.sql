--liquibase formatted sql
-- Owner: server (exemption). Evidence: pieces sealed in chunks under the person's key, their copies, who read them.

--changeset server:evidence-pieces splitStatements:false
-- One row held a whole file; no page ever showed one of them.
DROP TABLE evidence_file;

CREATE TABLE evidence_piece (
  candidate   text COLLATE "C",
  -- SHA-256 of the original bytes, as the fact has it.
  digest      text COLLATE "C" CHECK (digest ~ '^[0-9a-f]{64}$'),
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('PDF', 'JPEG', 'PNG')),
  bytes       bigint NOT NULL,
  chunks      int NOT NULL,
  key_version int NOT NULL,
  state       text COLLATE "C" NOT NULL CHECK (state IN ('CHECKING', 'READY', 'UNREADABLE')),
  -- Why there is no copy: a message key below evidence.cause.
  cause       text COLLATE "C",
  copy_kind   text COLLATE "C" CHECK (copy_kind IN ('PDF', 'JPEG')),
  copy_bytes  bigint,
  copy_chunks int,
  pages       int,
  kept_at     timestamptz NOT NULL,
  -- Until then one worker has it; a worker that died is replaced afterwards.
  leased      timestamptz,
  attempts    int NOT NULL DEFAULT 0,
  PRIMARY KEY (candidate, digest),
  CHECK ((state = 'READY') = (copy_chunks IS NOT NULL)),
  CHECK ((state = 'UNREADABLE') = (cause IS NOT NULL))
) WITH (fillfactor = 80);
CREATE INDEX evidence_piece_checking ON evidence_piece (kept_at) WHERE state = 'CHECKING';

CREATE TABLE evidence_chunk (
  candidate text COLLATE "C",
  digest    text COLLATE "C",
  part      text COLLATE "C" CHECK (part IN ('ORIGINAL', 'COPY')),
  number    int,
  -- Nonce, ciphertext and tag; bound to person, digest, part, number and whether it is the last.
  sealed    bytea NOT NULL,
  PRIMARY KEY (candidate, digest, part, number)
);
-- Ciphertext does not compress.
ALTER TABLE evidence_chunk ALTER COLUMN sealed SET STORAGE EXTERNAL;

--changeset server:evidence-reading splitStatements:false
-- 查阅记录: each time a copy left for a reader. Only added to.
CREATE TABLE evidence_reading (
  number    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  candidate text COLLATE "C" NOT NULL,
  digest    text COLLATE "C" NOT NULL,
  actor     text COLLATE "C" NOT NULL,
  role      text COLLATE "C" NOT NULL,
  read_at   timestamptz NOT NULL
);
CREATE INDEX evidence_reading_candidate ON evidence_reading (candidate, digest, read_at);
REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON evidence_reading FROM zhikao_app;

--changeset server:claim-drafts splitStatements:false
-- 申请草稿: what a candidate has prepared and not yet sent; no fact, and gone once sent.
CREATE TABLE claim_draft (
  candidate text COLLATE "C" PRIMARY KEY,
  ground    text COLLATE "C" NOT NULL,
  unit      text COLLATE "C",
  saved_at  timestamptz NOT NULL
);
CREATE TABLE claim_draft_piece (
  candidate text COLLATE "C",
  -- 0 for the claim that is not made yet.
  claim     int,
  digest    text COLLATE "C",
  kind      text COLLATE "C" NOT NULL,
  added_at  timestamptz NOT NULL,
  PRIMARY KEY (candidate, claim, digest)
);
