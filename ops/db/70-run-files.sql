--liquibase formatted sql
-- Owner: server (work). Published runs as files for outsiders: written once, before the run is published, and never again.

--changeset server:run-files splitStatements:false
CREATE TABLE run_files (
  season text COLLATE "C",
  run    int,
  -- SHA-256 of the files, 64 hex digits.
  digest text COLLATE "C" NOT NULL,
  files  bytea NOT NULL,
  PRIMARY KEY (season, run)
);
REVOKE UPDATE, DELETE, TRUNCATE ON run_files FROM zhikao_app;
