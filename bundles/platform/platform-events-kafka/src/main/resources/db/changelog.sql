--liquibase formatted sql

--changeset events-kafka:1
-- how far each company's events have been acknowledged, and how that fares
create table events_kafka_cursor (
    company bigint default 1 not null primary key,
    position bigint not null,
    holder varchar(60),
    held_until timestamp(6) with time zone,
    failures int not null,
    failing_since timestamp(6) with time zone,
    retry_at timestamp(6) with time zone,
    success_at timestamp(6) with time zone,
    failure varchar(300)
);
