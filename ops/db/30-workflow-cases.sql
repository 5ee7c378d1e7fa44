--liquibase formatted sql
-- Owner: workflows. Where each case stands in each process, and facts that came before anybody waited for them.

--changeset workflows:cases splitStatements:false
CREATE TABLE workflow_position (
  process_key   text COLLATE "C",
  case_id       text COLLATE "C",
  -- Null once the case has ended.
  instance_id   text,
  definition_id text NOT NULL,
  activity_ids  text[] NOT NULL,
  -- One bit for each sequence flow taken.
  path_bits     bit varying NOT NULL,
  last_index    bigint NOT NULL,
  -- Legal instant of the fact that moved it last: ages are counted in the time of the facts.
  since         timestamptz NOT NULL,
  PRIMARY KEY (process_key, case_id)
) WITH (fillfactor = 80);

CREATE TABLE workflow_pending (
  process_key  text COLLATE "C",
  case_id      text COLLATE "C",
  global_index bigint,
  name         text NOT NULL,
  payload      bytea NOT NULL,
  PRIMARY KEY (process_key, case_id, global_index)
);

-- Who owes a decision: one row for each duty that waits, committed together with its token.
CREATE TABLE workflow_duty (
  process_key text COLLATE "C",
  case_id     text COLLATE "C",
  duty        text COLLATE "C",
  role        text COLLATE "C" NOT NULL,
  since       timestamptz NOT NULL,
  deadline    timestamptz,
  -- The deadline that a reminder went out for.
  reminded    timestamptz,
  PRIMARY KEY (process_key, case_id, duty)
);
CREATE INDEX workflow_duty_queue ON workflow_duty (role, deadline, since);

-- One row while positions are being refolded: nobody reads or moves them meanwhile, and a kill is noticed at the next start.
CREATE TABLE workflow_rebuild (
  one     boolean PRIMARY KEY DEFAULT true CHECK (one),
  begun   timestamptz NOT NULL DEFAULT now()
);

--changeset workflows:engine-indexes splitStatements:false
-- Completing a user task selects its sub-tasks, acquiring jobs orders by due date; the engine's schema serves neither.
CREATE INDEX IF NOT EXISTS zhikao_task_parent ON act_ru_task (parent_task_id_);
CREATE INDEX IF NOT EXISTS zhikao_job_due ON act_ru_job (duedate_);
