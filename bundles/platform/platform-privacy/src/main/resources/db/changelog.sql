--liquibase formatted sql

--changeset privacy:1-leases
create table privacy_lease (
    name varchar(60) primary key,
    holder varchar(60),
    until_at timestamp(6) with time zone,
    last_at timestamp(6) with time zone
);
insert into privacy_lease (name) values ('invariants');
insert into privacy_lease (name) values ('retention');

--changeset privacy:2-invariants
create table privacy_invariant_run (
    id bigint primary key,
    trigger_kind varchar(20) not null,
    started_by varchar(300) not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    asked text not null,
    checked integer not null,
    violated integer not null,
    unchecked integer not null
);
create table privacy_invariant_verdict (
    run_id bigint not null references privacy_invariant_run (id),
    name varchar(200) not null,
    statement text not null,
    outcome varchar(20) not null,
    examples text not null,
    failure varchar(1000),
    checked_at timestamp(6) with time zone not null,
    millis bigint not null,
    primary key (run_id, name)
);
create table privacy_invariant (
    name varchar(200) primary key,
    outcome varchar(20) not null,
    told boolean not null,
    since_at timestamp(6) with time zone not null,
    checked_at timestamp(6) with time zone not null,
    examples text not null,
    failure varchar(1000),
    millis bigint not null
);

--changeset privacy:3-functions
create table privacy_function (
    module varchar(64) primary key,
    keeps_data boolean not null,
    declares_holds boolean not null,
    first_seen timestamp(6) with time zone not null,
    dismissed_by varchar(300)
);

--changeset privacy:4-cases
create table privacy_case (
    id bigint primary key,
    kind varchar(20) not null,
    person varchar(400) not null,
    reason varchar(500),
    state varchar(20) not null,
    records text not null,
    alike text not null,
    facts text,
    holds text not null,
    waiting_for text not null,
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(300) not null,
    done_at timestamp(6) with time zone,
    next_at timestamp(6) with time zone,
    tries integer not null
);
create index privacy_case_person on privacy_case (person, kind);
create index privacy_case_kind on privacy_case (kind, id);
create index privacy_case_next on privacy_case (next_at);
create table privacy_answer (
    case_id bigint not null references privacy_case (id),
    module varchar(64) not null,
    state varchar(20) not null,
    tries integer not null,
    failure varchar(1000),
    answered_at timestamp(6) with time zone,
    asked_for varchar(64) not null,
    lines text not null,
    records bigint not null,
    size_bytes bigint not null,
    primary key (case_id, module)
);
create table privacy_part (
    case_id bigint not null references privacy_case (id),
    module varchar(64) not null,
    place bigint not null,
    bytes bytea not null,
    primary key (case_id, module, place)
);

--changeset privacy:5-restrictions
create table privacy_restriction (
    person varchar(400) primary key,
    version bigint not null,
    reason varchar(500) not null,
    since_at timestamp(6) with time zone not null,
    restricted_by varchar(300) not null
);

--changeset privacy:6-retention
create table privacy_retention_rule (
    id bigint primary key,
    version bigint not null,
    name varchar(200) not null,
    kind varchar(130) not null,
    older_than_days integer not null,
    states text not null,
    action varchar(20) not null,
    enabled boolean not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null
);
create table privacy_retention_run (
    id bigint primary key,
    rule_id bigint not null references privacy_retention_rule (id),
    trigger_kind varchar(20) not null,
    started_by varchar(300) not null,
    started_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    done_count bigint not null,
    kept_count bigint not null,
    failure varchar(1000)
);
create index privacy_retention_run_rule on privacy_retention_run (rule_id, id);

--changeset privacy:companies-1
comment on table privacy_lease is 'shared';
comment on table privacy_function is 'shared';
comment on table privacy_invariant is 'shared';
comment on table privacy_invariant_run is 'shared';
comment on table privacy_invariant_verdict is 'shared';
alter table privacy_case add column company bigint default 1 not null;
alter table privacy_answer add column company bigint default 1 not null;
alter table privacy_part add column company bigint default 1 not null;
alter table privacy_restriction add column company bigint default 1 not null;
alter table privacy_retention_rule add column company bigint default 1 not null;
alter table privacy_retention_run add column company bigint default 1 not null;
