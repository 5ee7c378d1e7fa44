--liquibase formatted sql
-- Owner: server. Registers that exemption claims are looked up in: who holds which award, without names or numbers of anybody.

--changeset server:registers splitStatements:false
CREATE TABLE register_list (
  season      text COLLATE "C",
  -- SHA-256 of the file as it came.
  digest      text COLLATE "C" CHECK (digest ~ '^[0-9a-f]{64}$'),
  file        text NOT NULL,
  imported_by text COLLATE "C" NOT NULL,
  imported_at timestamptz NOT NULL,
  entries     int NOT NULL,
  PRIMARY KEY (season, digest)
);
CREATE TABLE register_entry (
  season     text COLLATE "C",
  list       text COLLATE "C",
  -- Line of the file.
  line       bigint,
  register   text NOT NULL,
  -- What the award gives a right to claim: the code of a ground, or a fact of the rules such as prize:NATIONAL_1.
  ground     text COLLATE "C" NOT NULL,
  -- Number of the award or certificate.
  award      text COLLATE "C" NOT NULL,
  organiser  text NOT NULL,
  year       int NOT NULL,
  -- Keyed digests: neither name nor identity number of anybody stands here.
  person     bytea NOT NULL CHECK (octet_length(person) = 16),
  identity   bytea NOT NULL CHECK (octet_length(identity) = 16),
  PRIMARY KEY (season, list, line),
  FOREIGN KEY (season, list) REFERENCES register_list
);
CREATE INDEX register_entry_identity ON register_entry (season, identity);
CREATE INDEX register_entry_person ON register_entry (season, person, ground);
CREATE INDEX register_entry_ground ON register_entry (season, ground);
CREATE UNIQUE INDEX register_entry_award ON register_entry (season, register, award);
