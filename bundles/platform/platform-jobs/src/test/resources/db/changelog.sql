--liquibase formatted sql

--changeset tally:1
create table tally_mark (
    company bigint default 1 not null,
    id bigint primary key,
    job varchar(13) not null,
    row_number int not null
);
