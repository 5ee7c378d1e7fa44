--liquibase formatted sql
-- Owner: server (ledger). The dense index over committed facts, and the signed checkpoints of the tree over it.

--changeset server:ledger splitStatements:false
CREATE TABLE audit_leaf (
  leaf_index   bigint PRIMARY KEY,
  -- No foreign key: a fact that is gone must leave its leaf behind, and the check names it.
  global_index bigint UNIQUE NOT NULL,
  leaf_hash    bytea NOT NULL CHECK (octet_length(leaf_hash) = 32)
);
CREATE TABLE audit_checkpoint (
  size        bigint PRIMARY KEY,
  root        bytea NOT NULL CHECK (octet_length(root) = 32),
  -- The right edge of the tree, so that the sequencer goes on without reading the leaves.
  edge        bytea NOT NULL,
  note        text NOT NULL,
  -- Every fact of a transaction before this one has its leaf.
  complete_to xid8 NOT NULL,
  created     timestamptz NOT NULL DEFAULT now()
);
-- The next facts without leaf are those of the transactions from there to the oldest one still running.
CREATE INDEX domain_event_entry_tx ON domain_event_entry (tx);

--changeset server:ledger-is-final splitStatements:false
REVOKE UPDATE, DELETE, TRUNCATE, MAINTAIN ON audit_leaf, audit_checkpoint FROM zhikao_app;
CREATE TRIGGER facts_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION facts_are_final();
CREATE TRIGGER facts_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION facts_are_final();
ALTER TABLE audit_leaf ENABLE ALWAYS TRIGGER facts_are_final;
ALTER TABLE audit_checkpoint ENABLE ALWAYS TRIGGER facts_are_final;
