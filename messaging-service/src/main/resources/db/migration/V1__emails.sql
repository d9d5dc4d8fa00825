create sequence email_seq increment by 50;

create table email (
    organization_id bigint not null,
    id bigint not null default nextval('email_seq'),
    name text not null,
    subject text not null,
    html text not null,
    text text,
    from_name text not null,
    from_address text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    deleted_at timestamptz,
    version bigint not null default 0,
    primary key (organization_id, id)
);

select guard_organization('email');

-- Where tracked links lead. A redirect only ever goes to a row of this table.
create sequence link_seq increment by 50;

create table link (
    organization_id bigint not null,
    id bigint not null default nextval('link_seq'),
    email_id bigint not null,
    url text not null,
    -- An address may be longer than an index entry. Two addresses with one hash could only be made by their own author.
    url_hash text not null generated always as (md5(url)) stored,
    clicks bigint not null default 0,
    primary key (organization_id, id)
);
create unique index link_by_url on link (organization_id, email_id, url_hash);

select guard_organization('link');

-- What is reported of an email, a row a day: reading figures costs the days, not the mails.
create table email_day (
    organization_id bigint not null,
    email_id bigint not null,
    day date not null,
    sent bigint not null default 0,
    opened bigint not null default 0,
    clicked bigint not null default 0,
    bounced bigint not null default 0,
    unsubscribed bigint not null default 0,
    not_sent bigint not null default 0,
    opened_by_machines bigint not null default 0,
    clicked_by_machines bigint not null default 0,
    primary key (organization_id, email_id, day)
);

select guard_organization('email_day');
