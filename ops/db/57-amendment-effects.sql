--liquibase formatted sql
-- Owner: server (jobs). Who fares otherwise under a proposed change of frozen rules: derived, computed anew on demand.

--changeset server:amendment-effects splitStatements:false
CREATE TABLE amendment_effect (
  season    text COLLATE "C",
  amendment int,
  candidate text COLLATE "C",
  -- Before and after, as JSON.
  before    text NOT NULL,
  after     text NOT NULL,
  PRIMARY KEY (season, amendment, candidate)
);
CREATE INDEX amendment_effect_candidate ON amendment_effect (candidate);

-- Stands once all rows of a computation stand.
CREATE TABLE amendment_effects (
  season    text COLLATE "C",
  amendment int,
  affected  int NOT NULL,
  digest    text COLLATE "C" NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (season, amendment)
);
