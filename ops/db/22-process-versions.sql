--liquibase formatted sql
-- Owner: views. Versions of a season's processes: drawn, approved, published.

--changeset views:process-versions splitStatements:false
CREATE TABLE season_process_view (
  season       text COLLATE "C",
  process      text COLLATE "C",
  process_version int,
  bpmn         text NOT NULL,
  digest       text COLLATE "C" NOT NULL,
  drafted_by   text COLLATE "C" NOT NULL,
  drafted_at   timestamptz NOT NULL,
  approved_by  text COLLATE "C",
  approved_at  timestamptz,
  published_by text COLLATE "C",
  published_at timestamptz,
  PRIMARY KEY (season, process, process_version)
);

-- The same once more for rebuilds, as 20-views.sql has it for the other tables.
CREATE UNLOGGED TABLE rebuilt.season_process_view (LIKE season_process_view INCLUDING CONSTRAINTS);
ALTER TABLE rebuilt.season_process_view ADD PRIMARY KEY (season, process, process_version);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON rebuilt.season_process_view TO zhikao_app;
