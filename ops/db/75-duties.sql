--liquibase formatted sql
-- Owner: workflows. Duties that only a drawing knows: whom they are shown to after the deadline, and what was decided.

--changeset workflows:escalation splitStatements:false
-- The second role, and the deadline for which it was told.
ALTER TABLE workflow_duty ADD COLUMN escalates_to text COLLATE "C", ADD COLUMN escalated timestamptz;
CREATE INDEX workflow_duty_escalated ON workflow_duty (escalates_to, deadline, since) WHERE escalated IS NOT NULL;

--changeset views:duties splitStatements:false
-- The latest decision on each duty of a case.
CREATE TABLE duty_view (
  candidate  text COLLATE "C",
  process    text COLLATE "C",
  about      text COLLATE "C",
  duty       text COLLATE "C",
  season     text COLLATE "C" NOT NULL,
  outcome    text COLLATE "C" NOT NULL,
  -- What the outcome keeps the candidate from: ["PLACEMENT"].
  bars       jsonb NOT NULL,
  -- The form without what is personal.
  answers    jsonb NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  reason     text NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (candidate, process, about, duty)
);
CREATE INDEX duty_view_season ON duty_view (season, process, duty, outcome);

CREATE UNLOGGED TABLE rebuilt.duty_view (LIKE duty_view INCLUDING CONSTRAINTS);
ALTER TABLE rebuilt.duty_view ADD PRIMARY KEY (candidate, process, about, duty);
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON rebuilt.duty_view TO zhikao_app;
