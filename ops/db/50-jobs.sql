--liquibase formatted sql
-- Owner: server (jobs). Long work that somebody started: accepted durably, watched while it runs, its bad rows kept.

--changeset server:jobs splitStatements:false
CREATE TABLE job (
  id           text COLLATE "C" PRIMARY KEY,
  season       text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  state        text COLLATE "C" NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  -- Who started it, and for which organisation: every command of the job is that person's act.
  by_actor     text COLLATE "C" NOT NULL,
  organisation text COLLATE "C" NOT NULL,
  done         bigint NOT NULL DEFAULT 0,
  total        bigint NOT NULL DEFAULT 0,
  refused      bigint NOT NULL DEFAULT 0,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  failure      text
);
CREATE INDEX job_season ON job (season, started_at DESC);

-- The rows an import refused: line, column and code, never a value.
CREATE TABLE job_error (
  job     text COLLATE "C" REFERENCES job ON DELETE CASCADE,
  number  int,
  line    bigint NOT NULL,
  col     text NOT NULL,
  code    text COLLATE "C" NOT NULL,
  message text NOT NULL,
  PRIMARY KEY (job, number)
);
