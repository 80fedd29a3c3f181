--liquibase formatted sql

--changeset calendar:1
create table calendar_business (
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    name varchar(400) not null,
    zone varchar(120) not null,
    standard boolean not null,
    week text not null,
    holidays text not null,
    closures text not null,
    openings text not null
);
create index calendar_business_order on calendar_business (archived, name, id);
create index calendar_business_name on calendar_business (name);
create index calendar_business_standard on calendar_business (standard);
-- who gives a name or makes a calendar the standard one comes in here, one after the other
create table calendar_door (id int primary key);
insert into calendar_door (id) values (1);

--changeset calendar:1-search dbms:postgresql
create extension if not exists pg_trgm;
alter table calendar_business add search_text text collate "C" not null;
create index calendar_business_search on calendar_business using gin (search_text gin_trgm_ops) with (fastupdate = off);

--changeset calendar:1-search-h2 dbms:h2
alter table calendar_business add search_text text not null;

--changeset calendar:companies-1
comment on table calendar_door is 'shared';
alter table calendar_business add column company bigint default 1 not null;
