--liquibase formatted sql
-- Owner: views. What the facts amount to, in the shape the pages read. Every row here can be thrown away and folded again
-- from domain_event_entry (rebuild views); nothing personal stands here, only what the facts say.

--changeset views:candidates splitStatements:false
-- One wide row a candidate: every page of one candidate is one read by primary key, and a batch of facts is one write.
CREATE TABLE candidate_view (
  candidate        text COLLATE "C" PRIMARY KEY,
  -- Sequence number of the last fact folded in: dense, so that a lost or a repeated fact shows.
  version          bigint NOT NULL,
  last_at          timestamptz NOT NULL,
  season           text COLLATE "C" NOT NULL,
  track            text COLLATE "C" NOT NULL,
  category         text COLLATE "C" NOT NULL,
  -- Kind of candidate, such as a veteran.
  kind             text COLLATE "C" NOT NULL,
  point            text COLLATE "C" NOT NULL,
  -- Eligibility confirmed, and not withdrawn since.
  confirmed        boolean NOT NULL,
  -- Version of the season's rules under which the last decision about this candidate was taken.
  rules            int NOT NULL,
  status           text COLLATE "C" NOT NULL,
  status_at        timestamptz NOT NULL,
  submitted_at     timestamptz NOT NULL,
  -- Of the last rejection or return.
  clause           text,
  reason           text,
  claims           int NOT NULL,
  open_claims      int NOT NULL,
  -- An approved claim admits without exam.
  exempt           boolean NOT NULL,
  draw             text COLLATE "C",
  ticket           text COLLATE "C",
  site             text COLLATE "C",
  room             int,
  seat             int,
  ticket_at        timestamptz,
  -- Sitting to present: {"CULTURE": true}.
  attendance       jsonb,
  -- Component to value in season units, or to the status that stands for one: {"chinese": 9800, "theory": "ABSENT"}.
  marks            jsonb,
  release          text COLLATE "C",
  released_at      timestamptz,
  total            bigint,
  eligible         boolean,
  list             text COLLATE "C",
  rank             int,
  -- {"parts": {…}, "failed": […], "lines": […]}
  result           jsonb,
  -- The latest round this candidate took part in: saved list, best first.
  preference_round int,
  preferences      jsonb,
  preference_stage text COLLATE "C",
  preference_at    timestamptz,
  by_deadline      boolean,
  -- The latest round that decided about this candidate.
  outcome_round    int,
  run              text COLLATE "C",
  outcome_at       timestamptz,
  cause            text COLLATE "C",
  last_round       boolean,
  offer_unit       text COLLATE "C",
  offer_preference int,
  offer_position   int,
  answered_at      timestamptz
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

-- Search by ticket, imports keyed by ticket, the mark book in ticket order.
CREATE INDEX candidate_view_ticket ON candidate_view (season, ticket, candidate) WHERE ticket IS NOT NULL;
-- Lists of one registration point, paged by candidate.
CREATE INDEX candidate_view_point ON candidate_view (season, point, candidate);
-- The review queue, longest waiting first: of one school, and of an office above many.
CREATE INDEX candidate_view_queue ON candidate_view (season, point, submitted_at, candidate) WHERE status = 'SUBMITTED';
CREATE INDEX candidate_view_waiting ON candidate_view (season, submitted_at, candidate) WHERE status = 'SUBMITTED';
-- Dashboard counts without touching the rows, and lists by status.
CREATE INDEX candidate_view_status ON candidate_view (season, status, track, category, candidate);
-- Admission lists of a unit, cut-offs.
CREATE INDEX candidate_view_offer ON candidate_view (season, offer_unit, offer_position, candidate)
  INCLUDE (outcome_round, total, offer_preference, status) WHERE offer_unit IS NOT NULL;

--changeset views:claims splitStatements:false
CREATE TABLE claim_view (
  candidate  text COLLATE "C",
  claim      int,
  season     text COLLATE "C" NOT NULL,
  track      text COLLATE "C" NOT NULL,
  category   text COLLATE "C" NOT NULL,
  point      text COLLATE "C" NOT NULL,
  ground     text COLLATE "C" NOT NULL,
  unit       text COLLATE "C",
  stage      text COLLATE "C" NOT NULL,
  stage_at   timestamptz NOT NULL,
  claimed_at timestamptz NOT NULL,
  rules      int NOT NULL,
  -- By when who is to act must act; null once decided.
  due        timestamptz,
  -- While evidence is awaited: what is asked for.
  asked      text,
  -- Who decided on it so far, in order: ["r-1", "r-2"].
  reviewers  jsonb NOT NULL,
  -- [{"kind": …, "digest": …, "at": …}]
  evidence   jsonb NOT NULL,
  clause     text,
  reason     text,
  effect     text COLLATE "C",
  PRIMARY KEY (candidate, claim)
) WITH (fillfactor = 80);
-- The reviewers' queue by deadline.
CREATE INDEX claim_view_queue ON claim_view (season, stage, due, candidate, claim) WHERE due IS NOT NULL;
CREATE INDEX claim_view_stage ON claim_view (season, stage, ground);

--changeset views:season splitStatements:false
CREATE TABLE season_view (
  season     text COLLATE "C" PRIMARY KEY,
  version    bigint NOT NULL,
  province   text COLLATE "C" NOT NULL,
  year       int NOT NULL,
  -- Numbers of rules versions: newest draft, newest approved, newest published; 0 for none.
  drafted    int NOT NULL,
  approved   int NOT NULL,
  published  int NOT NULL,
  -- Rules are frozen once the first exam phase has opened.
  frozen     boolean NOT NULL,
  last_at    timestamptz NOT NULL
);

CREATE TABLE season_rules_view (
  season       text COLLATE "C",
  rules        int,
  text         text NOT NULL,
  digest       text COLLATE "C" NOT NULL,
  drafted_by   text COLLATE "C" NOT NULL,
  drafted_at   timestamptz NOT NULL,
  approved_by  text COLLATE "C",
  approved_at  timestamptz,
  published_at timestamptz,
  PRIMARY KEY (season, rules)
);

CREATE TABLE phase_view (
  season    text COLLATE "C",
  phase     text COLLATE "C",
  round     int,
  open      boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  -- How often it was opened: registration may reopen.
  openings  int NOT NULL,
  PRIMARY KEY (season, phase, round)
);

CREATE TABLE draw_view (
  season     text COLLATE "C",
  draw       int,
  version    bigint NOT NULL,
  seed       bigint NOT NULL,
  candidates int NOT NULL,
  digest     text COLLATE "C" NOT NULL,
  drawn_at   timestamptz NOT NULL,
  PRIMARY KEY (season, draw)
);

CREATE TABLE release_view (
  season      text COLLATE "C",
  release     int,
  version     bigint NOT NULL,
  candidates  int NOT NULL,
  digest      text COLLATE "C" NOT NULL,
  rules       int NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (season, release)
);

--changeset views:plans splitStatements:false
CREATE TABLE plan_view (
  season      text COLLATE "C",
  college     text COLLATE "C",
  version     bigint NOT NULL,
  name        text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (season, college)
);

CREATE TABLE plan_unit_view (
  season     text COLLATE "C",
  unit       text COLLATE "C",
  college    text COLLATE "C" NOT NULL,
  name       text NOT NULL,
  level      text COLLATE "C" NOT NULL,
  track      text COLLATE "C" NOT NULL,
  category   text COLLATE "C" NOT NULL,
  -- Kinds of candidate accepted, empty for all: ["VETERAN"].
  kinds      jsonb NOT NULL,
  declared   int NOT NULL,
  quota      int NOT NULL,
  -- Of the last change.
  document   text,
  changed_at timestamptz,
  PRIMARY KEY (season, unit)
);
-- Units open to a candidate; a college's plan.
CREATE INDEX plan_unit_view_open ON plan_unit_view (season, track, category, unit);
CREATE INDEX plan_unit_view_college ON plan_unit_view (season, college, unit);

--changeset views:placement splitStatements:false
CREATE TABLE run_view (
  season        text COLLATE "C",
  run           int,
  version       bigint NOT NULL,
  round         int NOT NULL,
  mechanism     text COLLATE "C" NOT NULL,
  input_digest  text COLLATE "C" NOT NULL,
  output_digest text COLLATE "C" NOT NULL,
  candidates    int NOT NULL,
  placed        int NOT NULL,
  stage         text COLLATE "C" NOT NULL CHECK (stage IN ('COMPUTED', 'VERIFIED', 'FAILED', 'PUBLISHED')),
  computed_at   timestamptz NOT NULL,
  checked_at    timestamptz,
  published_at  timestamptz,
  -- What the verifier checked, and what it found.
  properties    jsonb,
  violations    jsonb,
  PRIMARY KEY (season, run)
);

-- Cut-offs are read off the candidates' rows, so there is no counter that a repeated fact could double.
CREATE VIEW unit_cutoff_view AS
  SELECT season, offer_unit AS unit, outcome_round AS round,
         count(*) FILTER (WHERE offer_preference = 0)::int AS without_exam,
         count(*)::int AS placed,
         count(*) FILTER (WHERE status = 'OFFER_CONFIRMED')::int AS confirmed,
         count(*) FILTER (WHERE status = 'OFFER_DECLINED')::int AS declined,
         max(offer_position) FILTER (WHERE offer_preference > 0) AS last_position,
         min(total) FILTER (WHERE offer_preference > 0) AS lowest_total,
         max(total) FILTER (WHERE offer_preference > 0) AS highest_total
    FROM candidate_view
   WHERE offer_unit IS NOT NULL
   GROUP BY season, offer_unit, outcome_round;

--changeset views:rebuilt splitStatements:false
-- The same tables once more: a rebuild folds into these while the pages go on reading, is compared row by row with the live
-- ones or takes their place in one transaction. Unlogged: derived twice over, so a crash may empty them.
CREATE SCHEMA rebuilt;
GRANT USAGE ON SCHEMA rebuilt TO zhikao_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['candidate_view', 'claim_view', 'season_view', 'season_rules_view', 'phase_view', 'draw_view',
      'release_view', 'plan_view', 'plan_unit_view', 'run_view'] LOOP
    EXECUTE format('CREATE UNLOGGED TABLE rebuilt.%1$I (LIKE public.%1$I INCLUDING CONSTRAINTS)', name);
    EXECUTE format('ALTER TABLE rebuilt.%I ADD PRIMARY KEY (%s)', name, (
      SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place)
        FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
       WHERE i.indrelid = format('public.%I', name)::regclass AND i.indisprimary));
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, MAINTAIN ON ALL TABLES IN SCHEMA rebuilt TO zhikao_app;
