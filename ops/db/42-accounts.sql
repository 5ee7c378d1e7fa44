--liquibase formatted sql
-- Owner: server (security). Organisations, the accounts that act for them, and pauses after failed sign-ins.

--changeset server:organisations splitStatements:false
CREATE TABLE organisation (
  -- Path from the province: who holds an account at a node sees that node and everything below it.
  id   text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('PROVINCE', 'CITY', 'COUNTY', 'SCHOOL', 'COLLEGE'))
);

--changeset server:accounts splitStatements:false
CREATE TABLE account (
  -- The name under which acts are recorded; k-<dossier> for candidates.
  id            text COLLATE "C" PRIMARY KEY,
  login         text COLLATE "C" NOT NULL UNIQUE,
  role          text COLLATE "C" NOT NULL
                CHECK (role IN ('CANDIDATE', 'REGISTRATION_POINT', 'REVIEWER', 'EXAM_OFFICE', 'COLLEGE', 'AUDITOR')),
  organisation  text COLLATE "C" NOT NULL,
  candidate     text COLLATE "C" UNIQUE,
  season        text COLLATE "C",
  state         text COLLATE "C" NOT NULL CHECK (state IN ('INVITED', 'ACTIVE', 'DISABLED')),
  -- bcrypt; null until activated.
  password      text,
  must_change   boolean NOT NULL DEFAULT false,
  -- HMAC of the single-use code under a key outside the database; null once used.
  code          bytea CHECK (octet_length(code) = 32),
  code_until    timestamptz,
  created_at    timestamptz NOT NULL,
  changed_at    timestamptz NOT NULL,
  CHECK ((role = 'CANDIDATE') = (candidate IS NOT NULL AND season IS NOT NULL)),
  CHECK ((code IS NULL) = (code_until IS NULL))
) WITH (fillfactor = 90);
-- Candidates of a registration point, by login.
CREATE INDEX account_candidates ON account (season, login) WHERE role = 'CANDIDATE';

-- By account and origin: who guesses from one place is paused there, and the owner elsewhere is not.
CREATE TABLE sign_in_pause (
  login    text COLLATE "C",
  origin   bytea,
  failures int NOT NULL,
  until    timestamptz NOT NULL,
  PRIMARY KEY (login, origin)
);
CREATE INDEX sign_in_pause_until ON sign_in_pause (until);

--changeset server:evidence splitStatements:false
-- Evidence files, sealed under the person's key like particulars; the fact holds the digest of the original bytes.
CREATE TABLE evidence_file (
  candidate  text COLLATE "C",
  digest     text COLLATE "C",
  sealed     bytea NOT NULL,
  media_type text NOT NULL,
  kept_at    timestamptz NOT NULL,
  PRIMARY KEY (candidate, digest)
);
ALTER TABLE evidence_file ALTER COLUMN sealed SET STORAGE EXTERNAL;
