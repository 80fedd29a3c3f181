--liquibase formatted sql

--changeset webhooks:1
create table webhooks_subscriber (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    name varchar(400) not null,
    url varchar(2000) not null,
    events text not null,
    owner varchar(330) not null,
    active boolean not null
);
create index webhooks_subscriber_order on webhooks_subscriber (archived, name, id);
create index webhooks_subscriber_owner on webhooks_subscriber (owner);
-- where each stands, and how it fares; apart from the record, whose version a delivery does not raise
create table webhooks_cursor (
    company bigint default 1 not null,
    subscriber_id bigint primary key,
    position bigint not null,
    holder varchar(60),
    held_until timestamp(6) with time zone,
    paused_code varchar(100),
    paused_at timestamp(6) with time zone,
    failures int not null,
    failing_since timestamp(6) with time zone,
    retry_at timestamp(6) with time zone,
    success_at timestamp(6) with time zone,
    failure_at timestamp(6) with time zone,
    failure varchar(300)
);
create table webhooks_delivery (
    company bigint default 1 not null,
    id bigint primary key,
    subscriber_id bigint not null,
    position bigint not null,
    event_id varchar(13) not null,
    type varchar(200) not null,
    subject varchar(400) not null,
    state varchar(10) not null,
    by_hand boolean not null,
    attempts int not null,
    made_at timestamp(6) with time zone not null,
    first_at timestamp(6) with time zone,
    last_at timestamp(6) with time zone,
    next_at timestamp(6) with time zone not null,
    status int,
    millis bigint,
    failure varchar(300)
);
create index webhooks_delivery_next on webhooks_delivery (subscriber_id, state, position, id);
create index webhooks_delivery_list on webhooks_delivery (subscriber_id, id);
create index webhooks_delivery_old on webhooks_delivery (state, last_at);
create table webhooks_secret (
    company bigint default 1 not null,
    id bigint primary key,
    subscriber_id bigint not null,
    secret varchar(200) not null,
    made_at timestamp(6) with time zone not null,
    valid_until timestamp(6) with time zone
);
create index webhooks_secret_of on webhooks_secret (subscriber_id, id);

--changeset webhooks:1-search dbms:postgresql
create extension if not exists pg_trgm;
alter table webhooks_subscriber add search_text text collate "C" not null;
create index webhooks_subscriber_search on webhooks_subscriber using gin (search_text gin_trgm_ops) with (fastupdate = off);

--changeset webhooks:1-search-h2 dbms:h2
alter table webhooks_subscriber add search_text text not null;
