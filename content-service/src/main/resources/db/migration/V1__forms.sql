create sequence form_seq increment by 50;
create table form (
    id              bigint      primary key,
    organization_id bigint      not null,
    name            text        not null,
    alias           text        not null,
    fields          jsonb       not null,
    post_action     jsonb       not null,
    button_label    text        not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);
create index form_by_age on form (organization_id, created_at desc, id desc);
select guard_organization('form');

-- A visitor comes with nothing but an alias: this table says whose form it is, so it stands outside the policies.
create table form_address (
    alias           text   primary key,
    organization_id bigint not null,
    form_id         bigint not null unique
);

create sequence submission_seq increment by 50;
create table submission (
    id              bigint      primary key,
    organization_id bigint      not null,
    form_id         bigint      not null references form (id) on delete cascade,
    submitted_at    timestamptz not null default now(),
    answers         jsonb       not null,
    visitor_id      text,
    page_url        text
);
create index submission_by_form on submission (organization_id, form_id, id desc);
create index submission_of_form on submission (form_id);
select guard_organization('submission');

-- Sixteen counters a form: one alone would make every submission of a busy form wait for the one before.
create table submission_tally (
    organization_id bigint not null,
    form_id         bigint not null references form (id) on delete cascade,
    slot            int    not null,
    submissions     bigint not null,
    primary key (organization_id, form_id, slot)
);
select guard_organization('submission_tally');
