--liquibase formatted sql
-- Owner: views. In whose hands a claim is, and what surrounds its decision.

--changeset views:claim-handling splitStatements:false
ALTER TABLE claim_view ADD COLUMN reviewer text COLLATE "C";
-- {"effective": …, "noticeUntil": …, "appealUntil": …, "refused": 0, "attested": true, "objections": 0, "assessment": {…}}
ALTER TABLE claim_view ADD COLUMN handling jsonb NOT NULL DEFAULT '{}';
-- One reviewer's own cases by deadline, and how many each has.
CREATE INDEX claim_view_reviewer ON claim_view (season, reviewer, due, candidate, claim) WHERE reviewer IS NOT NULL;
-- What is on public notice.
CREATE INDEX claim_view_notice ON claim_view (season, claimed_at, candidate, claim) WHERE stage = 'PUBLIC_NOTICE';

--changeset views:claim-handling-rebuilt splitStatements:false
-- The table beside it that a rebuild folds into.
ALTER TABLE rebuilt.claim_view ADD COLUMN reviewer text COLLATE "C";
ALTER TABLE rebuilt.claim_view ADD COLUMN handling jsonb NOT NULL DEFAULT '{}';
