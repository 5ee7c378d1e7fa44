--liquibase formatted sql
-- Owner: server (season). Season files that are still being written: no facts, deleted when handed in or thrown away.

--changeset server:rules-drafts splitStatements:false
CREATE TABLE rules_draft (
  id         text COLLATE "C" PRIMARY KEY,
  title      text NOT NULL,
  text       text NOT NULL,
  revision   integer NOT NULL,
  changed_by text COLLATE "C" NOT NULL,
  changed_at timestamptz NOT NULL
);
