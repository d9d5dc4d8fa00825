-- Files that a person has uploaded on the page and not yet said what their columns mean. They go after a day.
create table import_draft (
    organization_id bigint not null,
    id bigint not null default nextval('contact_import_seq'),
    file_key uuid not null,
    file_name text not null,
    separator text not null,
    headers jsonb not null,
    first_rows jsonb not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, id)
);
select guard_organization('import_draft');
