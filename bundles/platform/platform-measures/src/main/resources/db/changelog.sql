--liquibase formatted sql

--changeset measures:1
create table measures_rate (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    base varchar(3) not null,
    quote varchar(3) not null,
    rate_type varchar(20) not null,
    rate_date date not null,
    rate numeric(38, 20) not null,
    per_units bigint not null,
    source varchar(200),
    remark varchar(1000)
);
create index measures_rate_order on measures_rate (company, archived, rate_date, id);
create index measures_rate_last on measures_rate (company, base, quote, rate_type, rate_date, created_at, id);
create table measures_unit (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    code varchar(3) not null,
    name varchar(200) not null,
    thai_name varchar(200),
    symbol varchar(40),
    of_unit varchar(3) not null,
    factor varchar(210) not null,
    constraint measures_unit_code unique (company, code)
);
create index measures_unit_order on measures_unit (company, archived, code, id);
-- who makes a unit comes in here, one after the other
create table measures_door (id int primary key);
comment on table measures_door is 'shared';
insert into measures_door (id) values (1);
