--liquibase formatted sql
-- Owner: server (event store). An index that nothing asked: an instant's facts are found by case, and no token is made at one.

--changeset server:facts-without-time-index
DROP INDEX domain_event_entry_time;
