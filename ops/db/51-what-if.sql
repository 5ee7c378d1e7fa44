--liquibase formatted sql
-- Owner: server (jobs). Reports of what-if trials: derived, read by the office, deleted with their job.

--changeset server:what-if splitStatements:false
CREATE TABLE what_if (
  job    text COLLATE "C" PRIMARY KEY REFERENCES job ON DELETE CASCADE,
  report text NOT NULL
);
