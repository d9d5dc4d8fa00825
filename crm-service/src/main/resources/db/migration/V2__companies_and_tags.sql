create sequence company_seq increment by 50;

-- A contact names its company; the two meet where company.name_key = contact.company_key.
create table company (
    organization_id bigint not null,
    id bigint not null default nextval('company_seq'),
    name text not null,
    website text,
    phone text,
    city text,
    country text,
    industry text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 0,
    name_key text collate "C" not null generated always as (lower(name collate pg_c_utf8)) stored,
    primary key (organization_id, id)
);
create unique index company_name on company (organization_id, name_key);
select guard_organization('company');

create table tag (
    organization_id bigint not null,
    name text collate "C" not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, name)
);
select guard_organization('tag');
