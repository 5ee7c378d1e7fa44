--liquibase formatted sql
-- Owner: views. Who opened a claim, every time: no fact of the candidate, but what an inquiry asks for.

--changeset views:claim-access splitStatements:false
CREATE TABLE claim_access (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  candidate text COLLATE "C" NOT NULL,
  claim     int NOT NULL,
  actor     text COLLATE "C" NOT NULL,
  at        timestamptz NOT NULL
);
CREATE INDEX claim_access_claim ON claim_access (candidate, claim, at);
CREATE INDEX claim_access_actor ON claim_access (actor, at);
-- Written once: the application adds, and neither changes nor removes.
REVOKE UPDATE, DELETE, TRUNCATE ON claim_access FROM zhikao_app;
