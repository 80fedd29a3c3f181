--liquibase formatted sql

--changeset jotter:1
create table jotter_note (id bigint primary key, text varchar(100) not null);
