--liquibase formatted sql

--changeset jotter:1
create table jotter_note (company bigint default 1 not null, id bigint primary key, text varchar(100) not null);
