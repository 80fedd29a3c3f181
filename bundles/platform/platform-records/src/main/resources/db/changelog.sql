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
    kind varchar(70) not null,
    record_id varchar(13) not null,
    action varchar(10) not null,
    version_before bigint not null,
    version_after bigint not null,
    undone varchar(10),
    primary key (job, place)
);

--changeset records:views-1
create table records_view (
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    kind varchar(140) not null,
    name varchar(400) not null,
    filter varchar(8000),
    q varchar(1000),
    sort varchar(1000),
    fields varchar(4000),
    tag varchar(200),
    archived_too varchar(10),
    shared varchar(20) not null,
    team varchar(128),
    owner varchar(300) not null
);
create index records_view_order on records_view (archived, name, id);
create index records_view_kind on records_view (kind, shared);
create index records_view_owner on records_view (owner);

--changeset records:companies-1
comment on table records_field_right is 'shared: roles are the whole installation''s';
alter table records_import_item add column company bigint default 1 not null;
alter table records_view add column company bigint default 1 not null;
