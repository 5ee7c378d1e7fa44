--liquibase formatted sql
-- Owner: server (exemption). What candidates are told: a row a fact, read in the application, and messages that say only that.

--changeset server:claim-notices splitStatements:false
CREATE TABLE claim_notice (
  -- The fact that is told; its words are read from it, not copied.
  fact      bigint PRIMARY KEY,
  candidate text COLLATE "C" NOT NULL,
  told_at   timestamptz NOT NULL,
  seen_at   timestamptz
);
CREATE INDEX claim_notice_candidate ON claim_notice (candidate, fact);

CREATE TABLE notice_message (
  fact     bigint REFERENCES claim_notice ON DELETE CASCADE,
  channel  text COLLATE "C" CHECK (channel IN ('SMS', 'MAIL')),
  attempts int NOT NULL DEFAULT 0,
  sent_at  timestamptz,
  PRIMARY KEY (fact, channel)
);
CREATE INDEX notice_message_open ON notice_message (fact) WHERE sent_at IS NULL;

-- The facts that are told, and no others: the list stands in ClaimNotices too.
CREATE INDEX domain_event_entry_told ON domain_event_entry (global_index) WHERE payload_type IN ('exemption.evidence-requested',
  'exemption.attested', 'exemption.notice-posted', 'exemption.objection', 'exemption.objection-decided',
  'exemption.notice-closed', 'exemption.approved', 'exemption.refused', 'exemption.waived');
