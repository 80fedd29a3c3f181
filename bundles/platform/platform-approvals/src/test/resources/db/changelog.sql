--liquibase formatted sql

--changeset paying:1
create table paying_run (
    company bigint default 1 not null,
    id bigint primary key,
    version bigint not null,
    content varchar(200) not null
);
