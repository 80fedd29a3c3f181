--liquibase formatted sql

--changeset race:1
create table race_entry (
    company bigint default 1 not null,
    id bigint primary key,
    line varchar(200) not null,
    number_text varchar(200)
);
