--liquibase formatted sql
-- Owner: server (event store). Facts are recorded in the order of time, so blocks of them say enough about when they were.

--changeset server:facts-by-blocks-of-time
DROP INDEX domain_event_entry_time;
CREATE INDEX domain_event_entry_time ON domain_event_entry USING brin (time_stamp) WITH (pages_per_range = 32);
