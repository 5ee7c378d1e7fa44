--liquibase formatted sql
-- Owner: server (exemption). The reviewer's desk and the public notice.

--changeset server:desk-pace splitStatements:false
-- What a person decided within the last day: counted from the facts, of which these are few.
CREATE INDEX domain_event_entry_decided ON domain_event_entry (time_stamp)
  WHERE payload_type IN ('exemption.opinion', 'exemption.evidence-requested');

--changeset server:objection-statements splitStatements:false
-- What an objector wrote, sealed under the key of the person it is about; the fact holds the digest of the sealed bytes.
CREATE TABLE objection_statement (
  candidate text COLLATE "C",
  claim     int,
  digest    text COLLATE "C",
  sealed    bytea NOT NULL,
  kept_at   timestamptz NOT NULL,
  PRIMARY KEY (candidate, claim, digest)
);
