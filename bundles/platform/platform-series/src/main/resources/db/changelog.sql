--liquibase formatted sql

--changeset series:1
create table series_series (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    code varchar(120) not null,
    name varchar(400) not null,
    pattern varchar(120) not null,
    reset varchar(20) not null,
    year_start int not null
);
create unique index series_series_code on series_series (company, code);
create index series_series_order on series_series (archived, code, id);
-- who makes a series or changes its pattern comes in here, one after the other
create table series_door (id int primary key);
comment on table series_door is 'shared';
insert into series_door (id) values (1);
-- a pattern belongs to its series for good, also when the series has another one now
create table series_pattern (
    company bigint default 1 not null,
    pattern varchar(120) not null,
    series bigint not null,
    primary key (company, pattern)
);
-- who waits for a number; "entered" is drawn right before the commit
create table series_claim (
    company bigint default 1 not null,
    series bigint not null,
    entered bigint generated always as identity,
    subject varchar(400) not null,
    dated date not null,
    claimed_by varchar(400) not null,
    claimed_at timestamp(6) with time zone not null,
    primary key (series, entered)
);
create table series_counter (
    company bigint default 1 not null,
    series bigint not null,
    period varchar(10) not null,
    beginning bigint not null,
    latest bigint not null,
    told bigint not null,
    primary key (series, period)
);
create table series_number (
    company bigint default 1 not null,
    series bigint not null,
    period varchar(10) not null,
    number bigint not null,
    number_text varchar(200) not null,
    subject varchar(400) not null,
    dated date not null,
    claimed_by varchar(400) not null,
    given_at timestamp(6) with time zone not null,
    primary key (series, period, number)
);
create unique index series_number_subject on series_number (subject, series);
create index series_number_text on series_number (company, number_text);
-- the kinds of record whose numbers somebody writes down
create table series_taker (type varchar(200) primary key);
comment on table series_taker is 'shared';

--changeset series:1-search dbms:postgresql
create extension if not exists pg_trgm;
alter table series_series add search_text text collate "C" not null;
create index series_series_search on series_series using gin (search_text gin_trgm_ops) with (fastupdate = off);

--changeset series:1-search-h2 dbms:h2
alter table series_series add search_text text not null;
