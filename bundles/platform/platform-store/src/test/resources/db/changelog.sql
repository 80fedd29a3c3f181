--liquibase formatted sql

--changeset desk:1
create table desk_thing (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    made_at timestamp(6) with time zone not null,
    on_day date,
    done boolean not null,
    kind varchar(20) not null,
    name varchar(200) not null,
    memo text,
    amount numeric(19, 4),
    picture bytea
);
create unique index desk_thing_name on desk_thing (company, name);
create table desk_part (
    company bigint default 1 not null,
    id bigint primary key,
    thing_id bigint not null references desk_thing (id),
    place integer not null,
    text varchar(100) not null
);
create index desk_part_thing on desk_part (thing_id);
create table desk_thing_tag (
    company bigint default 1 not null,
    thing_id bigint not null references desk_thing (id),
    tag varchar(50) not null,
    primary key (thing_id, tag)
);
create table desk_effect (
    company bigint default 1 not null,
    reaction varchar(100) not null,
    number bigint not null,
    line integer not null,
    nth bigint generated always as identity
);
