--liquibase formatted sql
-- Owner: views. What happened at the desks and is no fact: refused commands, denied accesses, who opened which case. Kept
-- apart from the facts, for the auditor; never touched by a rebuild.

--changeset views:desk-log splitStatements:false
CREATE TABLE refusal_log (
  id           bigserial PRIMARY KEY,
  at           timestamptz NOT NULL,
  actor        text COLLATE "C" NOT NULL,
  role         text COLLATE "C" NOT NULL,
  organisation text COLLATE "C" NOT NULL,
  command      text COLLATE "C" NOT NULL,
  target       text COLLATE "C" NOT NULL,
  code         text COLLATE "C" NOT NULL,
  parameters   jsonb NOT NULL,
  request      text COLLATE "C" NOT NULL
);
CREATE INDEX refusal_log_time ON refusal_log (at, id);
CREATE INDEX refusal_log_actor ON refusal_log (actor, id);
CREATE INDEX refusal_log_code ON refusal_log (code, id);
CREATE INDEX refusal_log_target ON refusal_log (target, id);

CREATE TABLE access_log (
  id           bigserial PRIMARY KEY,
  at           timestamptz NOT NULL,
  -- Empty for who is not signed in.
  actor        text COLLATE "C" NOT NULL,
  role         text COLLATE "C" NOT NULL,
  organisation text COLLATE "C" NOT NULL,
  method       text COLLATE "C" NOT NULL,
  path         text NOT NULL,
  code         text COLLATE "C" NOT NULL,
  request      text COLLATE "C" NOT NULL
);
CREATE INDEX access_log_time ON access_log (at, id);
CREATE INDEX access_log_actor ON access_log (actor, id);

-- 谁打开过: the queue says whether anybody has looked at a claim, and who.
CREATE TABLE claim_opening (
  candidate text COLLATE "C",
  claim     int,
  actor     text COLLATE "C",
  first_at  timestamptz NOT NULL,
  last_at   timestamptz NOT NULL,
  PRIMARY KEY (candidate, claim, actor)
);

-- What was written down stays as it was written down.
REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON refusal_log, access_log FROM zhikao_app;
