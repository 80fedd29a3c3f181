--liquibase formatted sql

--changeset shell:1-nodes
-- the processes that share this database, each with a sign of life
create table shell_node (
    id varchar(40) primary key,
    address varchar(300) not null,
    build varchar(200) not null,
    functions text not null,
    seen_at timestamp(6) with time zone not null
);
comment on table shell_node is 'shared';
