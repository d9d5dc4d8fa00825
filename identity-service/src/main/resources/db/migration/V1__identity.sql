-- One number after the other: organizations are few, and the first one, 1, comes with the realm.
create sequence organization_seq start with 2;

create table organization (
    organization_id bigint primary key,
    name text not null,
    created_at timestamptz not null default now()
);
select guard_organization('organization');

create sequence role_seq increment by 50;

create table role (
    organization_id bigint not null,
    id bigint not null default nextval('role_seq'),
    name text not null,
    built_in boolean not null default false,
    permissions text[] not null default '{}',
    state text not null default 'ACTIVE',
    version bigint not null default 0,
    primary key (organization_id, id),
    constraint role_state check (state in ('ACTIVE', 'REMOVED'))
);
create unique index role_name on role (organization_id, lower(name));
select guard_organization('role');

create sequence user_account_seq increment by 50;

-- The credential is a hash on its way to Keycloak; it is gone as soon as Keycloak has it.
create table user_account (
    organization_id bigint not null,
    id bigint not null default nextval('user_account_seq'),
    subject uuid,
    name text not null,
    email text not null,
    role_id bigint not null,
    state text not null default 'ACTIVE',
    credential text,
    must_change_password boolean not null default false,
    created_at timestamptz not null default now(),
    version bigint not null default 0,
    primary key (organization_id, id),
    foreign key (organization_id, role_id) references role (organization_id, id),
    constraint user_account_email_is_lower_case check (email = lower(email)),
    constraint user_account_state check (state in ('ACTIVE', 'BLOCKED', 'REMOVED'))
);
create unique index user_account_email on user_account (organization_id, email);
create unique index user_account_subject on user_account (organization_id, subject);
create index user_account_name on user_account (organization_id, lower(name), id);
create index user_account_role on user_account (organization_id, role_id);
select guard_organization('user_account');

create sequence api_client_seq increment by 50;

create table api_client (
    organization_id bigint not null,
    id bigint not null default nextval('api_client_seq'),
    subject uuid,
    name text not null,
    client_id text not null,
    role_id bigint,
    permissions text[] not null default '{}',
    state text not null default 'ACTIVE',
    created_at timestamptz not null default now(),
    primary key (organization_id, id),
    foreign key (organization_id, role_id) references role (organization_id, id),
    constraint api_client_state check (state in ('ACTIVE', 'REMOVED'))
);
create unique index api_client_client_id on api_client (organization_id, client_id);
create unique index api_client_subject on api_client (organization_id, subject);
create index api_client_role on api_client (organization_id, role_id);
select guard_organization('api_client');

-- What Keycloak has still to learn, for all organizations: ids and times only. What it shall learn stands in the row named.
create table directory_task (
    organization_id bigint not null,
    kind text not null,
    id bigint not null,
    revision bigint not null default 1,
    attempts integer not null default 0,
    due_at timestamptz not null,
    primary key (organization_id, kind, id),
    constraint directory_task_kind check (kind in ('ORGANIZATION', 'ROLE', 'USER', 'CLIENT'))
);
create index directory_task_by_due on directory_task (due_at);
