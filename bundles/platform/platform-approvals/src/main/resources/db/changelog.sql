--liquibase formatted sql

--changeset approvals:1
create table approvals_rule (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    kind varchar(120) not null,
    name varchar(400) not null,
    up_to numeric(38, 10),
    up_to_currency varchar(3),
    steps text not null,
    days int not null
);
create index approvals_rule_order on approvals_rule (archived, kind, id);
create index approvals_rule_kind on approvals_rule (company, kind);
-- "content_version" and "fingerprint" say what is approved; "made_until" the last edit that it holds; "granted" stays true when it is voided later
create table approvals_request (
    company bigint default 1 not null,
    id bigint primary key,
    kind varchar(120) not null,
    subject varchar(400) not null,
    content_version bigint not null,
    fingerprint varchar(128) not null,
    amount varchar(60),
    title varchar(800) not null,
    steps text not null,
    makers text not null,
    made_until bigint not null,
    state varchar(20) not null,
    requested_by varchar(400) not null,
    requested_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    granted boolean not null
);
create index approvals_request_subject on approvals_request (subject, kind, id);
create index approvals_request_state on approvals_request (state, id);
create table approvals_maker (
    company bigint default 1 not null,
    entered bigint generated always as identity,
    subject varchar(400) not null,
    person varchar(400) not null,
    primary key (entered)
);
create index approvals_maker_subject on approvals_maker (subject, person);
-- "persons" is the account that acted and everybody for whom it acted
create table approvals_decision (
    company bigint default 1 not null,
    id bigint primary key,
    request bigint not null,
    step int not null,
    approved boolean not null,
    actor varchar(400) not null,
    on_behalf_of varchar(400),
    persons text not null,
    remark varchar(4000),
    decided_at timestamp(6) with time zone not null
);
create index approvals_decision_request on approvals_decision (request, id);
create table approvals_delegation (
    company bigint default 1 not null,
    id bigint primary key,
    giver varchar(400) not null,
    taker varchar(400) not null,
    kind varchar(120),
    up_to varchar(60),
    starts_at timestamp(6) with time zone not null,
    ends_at timestamp(6) with time zone not null
);
create index approvals_delegation_taker on approvals_delegation (taker, ends_at);
create index approvals_delegation_giver on approvals_delegation (giver, id);

--changeset approvals:1-search dbms:postgresql
create extension if not exists pg_trgm;
alter table approvals_rule add search_text text collate "C" not null;
create index approvals_rule_search on approvals_rule using gin (search_text gin_trgm_ops) with (fastupdate = off);

--changeset approvals:1-search-h2 dbms:h2
alter table approvals_rule add search_text text not null;
