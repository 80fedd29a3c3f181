--liquibase formatted sql

--changeset platform-store:1
create table platform_event (
    id bigint primary key,
    entered bigint generated always as identity,
    position bigint,
    type varchar(200) not null,
    subject varchar(400) not null,
    at timestamp(6) with time zone not null,
    actor varchar(400) not null,
    request_id varchar(200) not null,
    data text not null
);
create unique index platform_event_position on platform_event (position);
create index platform_event_type on platform_event (type, position);
create table platform_event_head (
    id integer primary key,
    position bigint not null
);
insert into platform_event_head (id, position) values (1, 0);
create table platform_reaction (
    name varchar(200) primary key,
    module varchar(64) not null,
    types text not null,
    position bigint not null,
    tries integer not null,
    next_try timestamp(6) with time zone,
    failure varchar(1000)
);
create table platform_dead_letter (
    id bigint primary key,
    reaction varchar(200) not null,
    event_id bigint not null references platform_event (id),
    at timestamp(6) with time zone not null,
    failure varchar(1000) not null
);
create index platform_dead_letter_reaction on platform_dead_letter (reaction, id);

--changeset platform-store:2 dbms:postgresql
create index platform_event_waiting on platform_event (entered) where position is null;

--changeset platform-store:audit-1
create table platform_audit (
    id bigint primary key,
    company bigint not null,
    position bigint,
    at timestamp(6) with time zone not null,
    actor varchar(400) not null,
    request_id varchar(200) not null,
    action varchar(64) not null,
    subject varchar(400) not null,
    version bigint not null,
    payload_digest bytea,
    chain bytea
);
create index platform_audit_subject on platform_audit (subject, id);
create index platform_audit_actor on platform_audit (actor, id);
create table platform_audit_payload (
    id bigint primary key,
    salt bytea not null,
    before_text text,
    after_text text
);
create table platform_audit_head (
    company bigint primary key,
    position bigint not null,
    chain bytea
);
insert into platform_audit_head (company, position) values (1, 0);

--changeset platform-store:audit-2 dbms:postgresql
create unique index platform_audit_position on platform_audit (company, position) where position is not null;
create index platform_audit_waiting on platform_audit (company, id) where position is null;
create index platform_audit_action on platform_audit (action, id) where action not in ('created', 'changed');

--changeset platform-store:audit-3 dbms:h2
create unique index platform_audit_position on platform_audit (company, position);
create index platform_audit_action on platform_audit (action, id);
--changeset platform-store:by-subject
create index platform_event_subject on platform_event (subject);
--changeset platform-store:answers-1
create table platform_kept_answer (
    id varchar(64) primary key,
    at timestamp(6) with time zone not null,
    fingerprint varchar(64),
    status integer,
    whole boolean,
    headers text,
    body text
);
create index platform_kept_answer_at on platform_kept_answer (at);

--changeset platform-store:companies-1
alter table platform_event add column company bigint default 1 not null;
alter table platform_audit_payload add column company bigint default 1 not null;
create table platform_company (
    id bigint primary key,
    code varchar(40) not null unique,
    version bigint not null,
    name varchar(400) not null,
    currency varchar(3) not null,
    zone varchar(64) not null,
    language varchar(35) not null,
    year_start varchar(5) not null,
    active boolean not null,
    created_at timestamp(6) with time zone not null
);
insert into platform_company (id, code, version, name, currency, zone, language, year_start, active, created_at)
values (1, 'main', 1, 'Main company', 'EUR', 'UTC', 'en', '01-01', true, current_timestamp);
--changeset platform-store:audit-4
alter table platform_audit add column principal varchar(400);
--changeset platform-store:audit-5 dbms:postgresql
create index platform_audit_principal on platform_audit (principal, id) where principal is not null;
--changeset platform-store:audit-6 dbms:h2
create index platform_audit_principal on platform_audit (principal, id);
