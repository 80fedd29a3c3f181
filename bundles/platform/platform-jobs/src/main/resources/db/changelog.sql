--liquibase formatted sql

--changeset jobs:1
create table jobs_job (
    id bigint primary key,
    kind varchar(100) not null,
    title varchar(200) not null,
    input text not null,
    owner varchar(330) not null,
    owner_name varchar(200) not null,
    permissions text not null,
    administrator boolean not null,
    request_id varchar(200) not null,
    priority smallint not null,
    turn bigint not null,
    state varchar(10) not null,
    due_at timestamp(6) with time zone not null,
    holder varchar(60),
    held_until timestamp(6) with time zone,
    run bigint not null,
    cancelling boolean not null,
    place varchar(40),
    failure_code varchar(200),
    failure_sentence varchar(1000),
    failure_detail varchar(2000),
    result text,
    created_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    changed_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    kept_until timestamp(6) with time zone,
    change bigint not null
);
create index jobs_job_next on jobs_job (state, kind, priority, turn, id);
create index jobs_job_held on jobs_job (state, held_until);
create index jobs_job_turn on jobs_job (state, owner, turn);
create index jobs_job_owner on jobs_job (owner, id);
create index jobs_job_ended on jobs_job (state, ended_at);
create index jobs_job_kept on jobs_job (kept_until);

-- apart from the job, so that a worker's long transaction locks nothing that the heartbeat or a cancellation waits for; the run in both
-- rows is the fence: a run that was taken over finds another number here and stores nothing any more
create table jobs_progress (
    job_id bigint primary key,
    run bigint not null,
    attempts int not null,
    done bigint not null,
    total bigint,
    message varchar(200),
    checkpoint text,
    changed_at timestamp(6) with time zone not null,
    change bigint not null
);

-- files may be there before their job is
create table jobs_file (
    job_id bigint not null,
    name varchar(100) not null,
    content_type varchar(200) not null,
    size bigint not null,
    created_at timestamp(6) with time zone not null,
    primary key (job_id, name)
);

--changeset jobs:2-erasures
-- which files hold a person that was erased: those that are gone, and those that go when their job has ended; goes with the job
create table jobs_erasure (
    case_id varchar(100) not null,
    job_id bigint not null,
    name varchar(100) not null,
    asked_at timestamp(6) with time zone not null,
    erased_at timestamp(6) with time zone,
    primary key (case_id, job_id, name)
);
create index jobs_erasure_job on jobs_erasure (job_id, name);
create index jobs_erasure_open on jobs_erasure (erased_at, job_id);
-- which data folders were looked through for a case, until all were
create table jobs_erasure_place (
    case_id varchar(100) not null,
    place varchar(40) not null,
    looked_at timestamp(6) with time zone not null,
    primary key (case_id, place)
);

--changeset jobs:companies-1
alter table jobs_job add column company bigint default 1 not null;
alter table jobs_progress add column company bigint default 1 not null;
alter table jobs_file add column company bigint default 1 not null;
alter table jobs_erasure add column company bigint default 1 not null;
alter table jobs_erasure_place add column company bigint default 1 not null;
