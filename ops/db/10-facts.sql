--liquibase formatted sql
-- Owner: server (event store). The facts, and the fence that keeps them final.

--changeset server:facts splitStatements:false
CREATE TABLE domain_event_entry (
  global_index         bigserial PRIMARY KEY,
  event_identifier     text COLLATE "C" NOT NULL UNIQUE,
  aggregate_identifier text COLLATE "C" NOT NULL,
  sequence_number      bigint NOT NULL,
  type                 text,
  payload_type         text NOT NULL,
  payload_revision     text,
  time_stamp           text NOT NULL,
  payload              bytea NOT NULL,
  meta_data            bytea NOT NULL,
  -- Readers see only what no running transaction can still precede.
  tx                   xid8 NOT NULL DEFAULT pg_current_xact_id(),
  -- Aggregate ids are <case>[/<feature>/<n>]; a case spans several aggregates.
  case_id              text COLLATE "C" GENERATED ALWAYS AS (split_part(aggregate_identifier, '/', 1)) STORED,
  UNIQUE (aggregate_identifier, sequence_number)
);
-- Queries "as of" an instant, and tokens created at one.
CREATE INDEX domain_event_entry_time ON domain_event_entry (time_stamp);
CREATE INDEX domain_event_entry_case ON domain_event_entry (case_id, global_index);

-- Snapshots are not taken, but every load of an aggregate looks here first.
CREATE TABLE snapshot_event_entry (
  aggregate_identifier text COLLATE "C",
  sequence_number      bigint,
  type                 text NOT NULL,
  event_identifier     text NOT NULL UNIQUE,
  payload_type         text NOT NULL,
  payload_revision     text,
  time_stamp           text NOT NULL,
  payload              bytea NOT NULL,
  meta_data            bytea,
  PRIMARY KEY (aggregate_identifier, sequence_number)
);

--changeset server:facts-are-final splitStatements:false
-- First fence: the application's role may add and read facts, nothing else.
REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON domain_event_entry FROM zhikao_app;

-- Second fence, which binds the tables' owner too. One check a statement, also when no row would be touched.
CREATE FUNCTION facts_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'facts are final: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'ZK001';
END $$;
CREATE TRIGGER facts_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event_entry
  FOR EACH STATEMENT EXECUTE FUNCTION facts_are_final();
-- ALWAYS: fires for sessions that pose as a replica as well.
ALTER TABLE domain_event_entry ENABLE ALWAYS TRIGGER facts_are_final;
