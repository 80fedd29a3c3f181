--liquibase formatted sql

--changeset schedule:1
create table schedule_plan (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    name varchar(400) not null,
    kind varchar(100) not null,
    parameters text not null,
    zone varchar(120) not null,
    cron varchar(400),
    pause varchar(80),
    moments text not null,
    not_before timestamp(6) with time zone,
    not_after timestamp(6) with time zone,
    calendar varchar(330),
    closed_days varchar(20),
    misfire varchar(20) not null,
    catch_up_most integer not null,
    catch_up_within varchar(80) not null,
    overlap varchar(20) not null,
    paused boolean not null,
    owner varchar(330) not null,
    standard_of varchar(100),
    next_at timestamp(6) with time zone,
    last_at timestamp(6) with time zone,
    last_job varchar(330),
    -- everything planned until here was decided about
    cursor_at timestamp(6) with time zone,
    -- what the owner was allowed when it made the schedule
    owner_name varchar(200),
    granted text,
    granted_all boolean,
    constraint schedule_plan_standard unique (company, standard_of)
);
create index schedule_plan_order on schedule_plan (archived, name, id);
create index schedule_plan_next on schedule_plan (archived, paused, next_at);

-- one row for each planned instant that was decided about, or for several that were missed together
create table schedule_firing (
    company bigint default 1 not null,
    id bigint primary key,
    plan_id bigint not null,
    planned_at timestamp(6) with time zone not null,
    outcome varchar(20) not null,
    missed_from timestamp(6) with time zone,
    missed bigint not null,
    job varchar(330),
    code varchar(200),
    asked_by varchar(330),
    decided_at timestamp(6) with time zone not null,
    constraint schedule_firing_once unique (company, plan_id, planned_at)
);
create index schedule_firing_outcome on schedule_firing (outcome, decided_at, plan_id);
create index schedule_firing_decided on schedule_firing (decided_at);

--changeset schedule:1-search dbms:postgresql
create extension if not exists pg_trgm;
alter table schedule_plan add search_text text collate "C" not null;
create index schedule_plan_search on schedule_plan using gin (search_text gin_trgm_ops) with (fastupdate = off);

--changeset schedule:1-search-h2 dbms:h2
alter table schedule_plan add search_text text not null;
