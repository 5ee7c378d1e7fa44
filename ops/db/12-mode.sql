--liquibase formatted sql
-- Owner: server. What this database is for, written once, when it is first opened; and which migrations it last got.

--changeset server:mode splitStatements:false
CREATE TABLE zhikao_mode (
  mode text NOT NULL CHECK (mode IN ('DEMONSTRATION', 'REAL', 'THROWAWAY')),
  -- At most one row.
  one  boolean PRIMARY KEY DEFAULT true CHECK (one)
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON zhikao_mode FROM zhikao_app;

--changeset server:schema splitStatements:false
CREATE TABLE zhikao_schema (
  fingerprint text NOT NULL,
  one         boolean PRIMARY KEY DEFAULT true CHECK (one)
);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON zhikao_schema FROM zhikao_app;
