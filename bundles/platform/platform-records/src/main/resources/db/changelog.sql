--liquibase formatted sql

--changeset records:1
create table records_field_right (
    role varchar(64) not null,
    kind varchar(70) not null,
    field varchar(80) not null,
    access varchar(10) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    primary key (role, kind, field)
);

--changeset records:2
create table records_import_item (
    job varchar(13) not null,
    place bigint not null,
    record_id varchar(13) not null,
    action varchar(10) not null,
    version_before bigint not null,
    version_after bigint not null,
    undone varchar(10),
    primary key (job, place)
);
