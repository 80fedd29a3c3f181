--liquibase formatted sql

--changeset posting:1
create table posting_entry (
    company bigint default 1 not null,
    id bigint primary key,
    number_text varchar(200)
);
