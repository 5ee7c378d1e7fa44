--liquibase formatted sql
-- Owner: server (security). The keys under which particulars are sealed, and the blind index of identity numbers.

--changeset server:subject-keys splitStatements:false
CREATE TABLE subject_key (
  subject     text COLLATE "C",
  version     int,
  -- Null exactly when the key has been destroyed: the person is erased.
  wrapped_key bytea,
  master_key  text COLLATE "C" NOT NULL,
  state       text NOT NULL CHECK (state IN ('ACTIVE', 'SEALED', 'DESTROYED')),
  PRIMARY KEY (subject, version),
  CHECK ((state = 'DESTROYED') = (wrapped_key IS NULL))
);

-- One row a person and season; the digest is keyed, so that identity numbers cannot be tried out on it.
CREATE TABLE identity_index (
  season  text COLLATE "C",
  digest  bytea CHECK (octet_length(digest) = 16),
  subject text COLLATE "C" NOT NULL,
  PRIMARY KEY (season, digest)
);
CREATE INDEX identity_index_subject ON identity_index (subject);
