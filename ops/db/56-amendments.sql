--liquibase formatted sql
-- Owner: views. Exceptional changes of frozen rules: proposed, voted on, approved by two, published with a notice.

--changeset views:amendments splitStatements:false
CREATE TABLE season_amendment_view (
  season       text COLLATE "C",
  amendment    int,
  text         text NOT NULL,
  digest       text COLLATE "C" NOT NULL,
  reason       text NOT NULL,
  proposed_by  text COLLATE "C" NOT NULL,
  proposed_at  timestamptz NOT NULL,
  -- Names, one a line.
  in_favour    text,
  against      text,
  carried      boolean,
  voted_at     timestamptz,
  -- Who approved, one a line.
  approved_by  text COLLATE "C",
  -- The version of the rules that it became.
  rules        int,
  notice       text,
  affected     int,
  effect       text COLLATE "C",
  published_by text COLLATE "C",
  published_at timestamptz,
  PRIMARY KEY (season, amendment)
);

-- The same once more for rebuilds, as 20-views.sql has it for the other tables.
CREATE UNLOGGED TABLE rebuilt.season_amendment_view (LIKE season_amendment_view INCLUDING CONSTRAINTS);
ALTER TABLE rebuilt.season_amendment_view ADD PRIMARY KEY (season, amendment);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON rebuilt.season_amendment_view TO zhikao_app;
