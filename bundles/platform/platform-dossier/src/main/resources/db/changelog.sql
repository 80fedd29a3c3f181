--liquibase formatted sql

--changeset dossier:1-tags
create table dossier_tag (
  id bigint primary key,
  kind varchar(130) not null,
  record_id varchar(200) not null,
  record_no bigint,
  tag_key varchar(400) not null,
  tag varchar(200) not null,
  place integer not null
);
create unique index dossier_tag_record on dossier_tag (kind, record_id, tag_key);
create index dossier_tag_key on dossier_tag (kind, tag_key, record_id);
create index dossier_tag_number on dossier_tag (kind, tag_key, record_no);

--changeset dossier:2-notes
create table dossier_note (
  id bigint primary key,
  version bigint not null,
  kind varchar(130) not null,
  record_id varchar(200) not null,
  note_text text not null,
  pin integer not null,
  mentions text not null,
  created_by varchar(300) not null,
  author varchar(400) not null,
  created_at timestamp(6) with time zone not null,
  changed_by varchar(300) not null,
  changed_at timestamp(6) with time zone not null
);
create index dossier_note_record on dossier_note (kind, record_id, pin, id);

--changeset dossier:3-attachments
create table dossier_blob (
  digest varchar(64) primary key,
  byte_count bigint not null,
  refs integer not null check (refs >= 0),
  touched_at timestamp(6) with time zone not null
);
create index dossier_blob_unused on dossier_blob (refs, touched_at);
create table dossier_attachment (
  id bigint primary key,
  version bigint not null,
  kind varchar(130) not null,
  record_id varchar(200) not null,
  file_name varchar(510) not null,
  media_type varchar(255) not null,
  digest varchar(64) not null references dossier_blob (digest),
  byte_count bigint not null,
  created_by varchar(300) not null,
  author varchar(400) not null,
  created_at timestamp(6) with time zone not null
);
create index dossier_attachment_record on dossier_attachment (kind, record_id, id);
create index dossier_attachment_digest on dossier_attachment (digest);

--changeset dossier:4-activities
create table dossier_activity (
  id bigint primary key,
  version bigint not null,
  activity_type varchar(20) not null,
  state varchar(20) not null,
  subject varchar(2000) not null,
  activity_text text,
  owner varchar(300) not null,
  start_local timestamp(6),
  end_local timestamp(6),
  due_local timestamp(6),
  zone varchar(100) not null,
  all_day boolean not null,
  duration varchar(60),
  reminder_minutes integer,
  location varchar(2000),
  organizer varchar(400),
  recurrence text not null,
  uid text not null,
  uid_key varchar(64) not null,
  sequence integer not null,
  start_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone,
  sort_at timestamp(6) with time zone not null,
  overdue_told boolean not null,
  ended_at timestamp(6) with time zone,
  created_by varchar(300) not null,
  created_at timestamp(6) with time zone not null,
  changed_by varchar(300) not null,
  changed_at timestamp(6) with time zone not null
);
create unique index dossier_activity_uid on dossier_activity (owner, uid_key);
create index dossier_activity_uid_key on dossier_activity (uid_key);
create index dossier_activity_owner on dossier_activity (owner, sort_at, id);
create index dossier_activity_sort on dossier_activity (sort_at, id);
create index dossier_activity_overdue on dossier_activity (state, overdue_told, due_at);
create table dossier_activity_about (
  activity_id bigint not null references dossier_activity (id),
  place integer not null,
  kind varchar(130) not null,
  record_id varchar(200) not null,
  primary key (activity_id, place)
);
create index dossier_activity_about_record on dossier_activity_about (kind, record_id, activity_id);
create table dossier_activity_attendee (
  activity_id bigint not null references dossier_activity (id),
  place integer not null,
  email varchar(400) not null,
  attendee_name varchar(1000),
  reply varchar(20) not null,
  primary key (activity_id, place)
);

--changeset dossier:5-custom-fields
create table dossier_custom_field (
  id bigint primary key,
  version bigint not null,
  kind varchar(130) not null,
  field_name varchar(60) not null,
  -- the name while it is not archived: only these are unique
  live_name varchar(60),
  place integer not null,
  is_active boolean not null,
  definition text not null,
  created_by varchar(300) not null,
  created_at timestamp(6) with time zone not null,
  changed_by varchar(300) not null,
  changed_at timestamp(6) with time zone not null
);
create unique index dossier_custom_field_name on dossier_custom_field (kind, live_name);
create table dossier_custom_value (
  kind varchar(130) not null,
  record_id varchar(200) not null,
  field_id bigint not null references dossier_custom_field (id),
  place integer not null,
  record_no bigint,
  -- the value as it was given; the columns behind it are for comparing
  value_text text not null,
  text_key varchar(400),
  number_value numeric(60, 20),
  at_value timestamp(6) with time zone,
  unique_key varchar(64),
  primary key (kind, record_id, field_id, place)
);
create table dossier_custom_archive (
  field_id bigint not null references dossier_custom_field (id),
  part integer not null,
  content text not null,
  primary key (field_id, part)
);

--changeset dossier:6-custom-values dbms:postgresql
create index dossier_custom_value_number on dossier_custom_value (field_id, record_no);
-- each value is compared by one of these columns: the indexes of the others need not know it
create unique index dossier_custom_value_unique on dossier_custom_value (field_id, unique_key) where unique_key is not null;
create index dossier_custom_value_text on dossier_custom_value (field_id, text_key, record_no) where text_key is not null;
create index dossier_custom_value_amount on dossier_custom_value (field_id, number_value, record_no) where number_value is not null;
create index dossier_custom_value_at on dossier_custom_value (field_id, at_value, record_no) where at_value is not null;

--changeset dossier:6-custom-values-h2 dbms:h2
create unique index dossier_custom_value_unique on dossier_custom_value (field_id, unique_key);
create index dossier_custom_value_number on dossier_custom_value (field_id, record_no);
create index dossier_custom_value_text on dossier_custom_value (field_id, text_key, record_no);
create index dossier_custom_value_amount on dossier_custom_value (field_id, number_value, record_no);
create index dossier_custom_value_at on dossier_custom_value (field_id, at_value, record_no);

--changeset dossier:companies-1
comment on table dossier_blob is 'shared: a content is known by its digest alone';
alter table dossier_tag add column company bigint default 1 not null;
alter table dossier_note add column company bigint default 1 not null;
alter table dossier_attachment add column company bigint default 1 not null;
alter table dossier_activity add column company bigint default 1 not null;
alter table dossier_activity_about add column company bigint default 1 not null;
alter table dossier_activity_attendee add column company bigint default 1 not null;
alter table dossier_custom_field add column company bigint default 1 not null;
alter table dossier_custom_value add column company bigint default 1 not null;
alter table dossier_custom_archive add column company bigint default 1 not null;
drop index dossier_custom_field_name;
create unique index dossier_custom_field_name on dossier_custom_field (company, kind, live_name);
drop index dossier_activity_uid;
create unique index dossier_activity_uid on dossier_activity (company, owner, uid_key);
