--liquibase formatted sql

--changeset sample:1
create table sample_asset (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    name varchar(1000) not null,
    serial varchar(1000),
    state varchar(20),
    bought_on date,
    seen_at timestamp(6) with time zone,
    price numeric(30, 6),
    price_currency varchar(3),
    pieces integer not null,
    weight numeric(30, 6),
    insured boolean not null,
    holder varchar(300),
    spots text,
    search_text text not null
);
create index sample_asset_name on sample_asset (archived, name, id);
