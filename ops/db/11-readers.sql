--liquibase formatted sql
-- Owner: server (event processing). How far each reader has come, and the facts it could not digest.

--changeset server:readers splitStatements:false
CREATE TABLE tokenentry (
  processorname text,
  segment       int,
  token         bytea,
  tokentype     text,
  timestamp     text,
  owner         text,
  PRIMARY KEY (processorname, segment)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);

CREATE TABLE deadletterentry (
  deadletteridentifier text PRIMARY KEY,
  processinggroup      text NOT NULL,
  sequenceidentifier   text NOT NULL,
  sequenceindex        bigint NOT NULL,
  messagetype          text NOT NULL,
  eventidentifier      text NOT NULL,
  timestamp            text NOT NULL,
  payloadtype          text NOT NULL,
  payloadrevision      text,
  payload              bytea NOT NULL,
  metadata             bytea,
  type                 text,
  aggregateidentifier  text,
  sequencenumber       bigint,
  tokentype            text,
  token                bytea,
  enqueuedat           text NOT NULL,
  lasttouched          text,
  processingstarted    text,
  causetype            text,
  causemessage         text,
  diagnostics          bytea,
  UNIQUE (processinggroup, sequenceidentifier, sequenceindex),
  -- The same fact is parked once, however often its batch is retried.
  UNIQUE (processinggroup, eventidentifier)
);
