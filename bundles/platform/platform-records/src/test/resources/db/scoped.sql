create table sample_visit (
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    place varchar(1000) not null,
    stars integer not null,
    owner varchar(300),
    team varchar(300),
    search_text text not null
);
create index sample_visit_team on sample_visit (team, archived, place);
create index sample_visit_owner on sample_visit (owner, archived, place);

create table sample_call (
    id bigint primary key,
    version bigint not null,
    archived boolean not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(300) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by varchar(300) not null,
    place varchar(1000) not null,
    owner varchar(300),
    team varchar(300)
);
