-- What a person has written in a builder and not saved yet. Nothing else reads it: the saved thing goes on as it is.
create table draft (
    organization_id bigint      not null,
    person          text        not null,
    thing           text        not null,
    revision        bigint      not null,
    base            text        not null,
    form            text        not null,
    saved_at        timestamptz not null default now(),
    primary key (organization_id, person, thing)
);
create index draft_by_age on draft (organization_id, saved_at);
select guard_organization('draft');
