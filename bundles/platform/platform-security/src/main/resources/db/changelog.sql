--liquibase formatted sql

--changeset security:1
create table security_user (
    id bigint primary key,
    version bigint not null,
    name varchar(64) not null,
    name_key varchar(64) not null,
    display_name varchar(200) not null,
    password_hash varchar(300) not null,
    enabled boolean not null,
    created_at timestamp(6) with time zone not null
);
create unique index security_user_name_key on security_user (name_key);

create table security_role (
    id bigint primary key,
    version bigint not null,
    name varchar(64) not null,
    constraint security_role_name unique (name)
);

create table security_role_permission (
    role_id bigint not null references security_role (id),
    permission varchar(200) not null,
    primary key (role_id, permission)
);

create table security_user_role (
    user_id bigint not null references security_user (id),
    role_name varchar(64) not null references security_role (name),
    primary key (user_id, role_name)
);
create index security_user_role_name on security_user_role (role_name);

create table security_token (
    id bigint primary key,
    version bigint not null,
    user_id bigint not null references security_user (id),
    kind varchar(10) not null,
    name varchar(200) not null,
    fingerprint varchar(64) not null,
    narrowed_to text,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone
);
create unique index security_token_fingerprint on security_token (fingerprint);
create index security_token_user on security_token (user_id, kind, id);

create table security_setup_secret (
    id bigint primary key,
    fingerprint varchar(64) not null
);

-- the role that may do everything; its row is also the lock that every change of users and roles takes first
insert into security_role (id, version, name) values (1, 1, 'administrator');

--changeset security:2
create table security_role_reach (
    role_id bigint not null references security_role (id),
    permission varchar(200) not null,
    reach varchar(4) not null,
    primary key (role_id, permission)
);

create table security_team (
    id bigint primary key,
    version bigint not null,
    name varchar(64) not null,
    name_key varchar(64) not null,
    display_name varchar(200) not null,
    parent_id bigint references security_team (id),
    archived boolean not null,
    created_at timestamp(6) with time zone not null
);
create unique index security_team_name_key on security_team (name_key);
create index security_team_parent on security_team (parent_id);

create table security_team_member (
    team_id bigint not null references security_team (id),
    user_id bigint not null references security_user (id),
    leads boolean not null,
    since timestamp(6) with time zone not null,
    primary key (user_id, team_id)
);
create index security_team_member_team on security_team_member (team_id);

--changeset security:companies-1
comment on table security_user is 'shared';
comment on table security_role is 'shared';
comment on table security_role_permission is 'shared';
comment on table security_user_role is 'shared';
comment on table security_token is 'shared';
comment on table security_setup_secret is 'shared';
comment on table security_role_reach is 'shared';
comment on table security_team is 'shared';
comment on table security_team_member is 'shared';
alter table security_user add column companies varchar(400) default '1' not null;
--changeset security:3
create table security_substitute (
    id bigint primary key,
    principal_id bigint not null references security_user (id),
    substitute_id bigint not null references security_user (id),
    from_at timestamp(6) with time zone not null,
    until_at timestamp(6) with time zone not null,
    permissions text,
    created_at timestamp(6) with time zone not null,
    created_by varchar(400) not null,
    revoked_at timestamp(6) with time zone,
    constraint security_substitute_other check (principal_id <> substitute_id)
);
comment on table security_substitute is 'shared';
create index security_substitute_principal on security_substitute (principal_id, until_at);
create index security_substitute_substitute on security_substitute (substitute_id, until_at);
create index security_substitute_until on security_substitute (until_at);

--changeset security:4
create table security_second_factor (
    user_id bigint primary key references security_user (id),
    sealed varchar(300) not null,
    last_step bigint not null,
    short_password boolean not null,
    created_at timestamp(6) with time zone not null,
    confirmed_at timestamp(6) with time zone
);
comment on table security_second_factor is 'shared';
create table security_recovery_code (
    user_id bigint not null references security_user (id),
    fingerprint varchar(64) not null,
    primary key (user_id, fingerprint)
);
comment on table security_recovery_code is 'shared';
create table security_seal (
    id bigint primary key,
    key_id varchar(64) not null
);
comment on table security_seal is 'shared';

--changeset security:5
create table security_subject (
    issuer varchar(300) not null,
    subject varchar(255) not null,
    user_id bigint not null references security_user (id),
    since timestamp(6) with time zone not null,
    not_before timestamp(6) with time zone,
    primary key (issuer, subject)
);
comment on table security_subject is 'shared';
create unique index security_subject_user on security_subject (user_id, issuer);

-- what was tried in vain, over all nodes: by fingerprint, for a name that was typed may be anything; instants are milliseconds, since both
-- databases add to them in the same words
--changeset security:6
create table security_wrong_try (
    fingerprint varchar(64) primary key,
    paid_at bigint not null,
    familiar_until bigint not null
);
comment on table security_wrong_try is 'shared';
create index security_wrong_try_over on security_wrong_try (familiar_until, paid_at);
