create sequence saved_view_seq increment by 50;

-- A list of contacts under a name: of one person, or of everybody in the organization.
create table saved_view (
    organization_id bigint not null,
    id bigint not null default nextval('saved_view_seq'),
    owner text not null,
    name text not null,
    shared boolean not null,
    search text,
    tag text,
    stage text,
    order_by text,
    order_dir text,
    columns text[] not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
create unique index saved_view_name on saved_view (organization_id, owner, lower(name));
select guard_organization('saved_view');
