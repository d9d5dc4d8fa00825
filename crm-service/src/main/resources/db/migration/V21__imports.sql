create sequence contact_import_seq increment by 50;

-- `processed` is also the place where an interrupted import goes on: it changes in the transaction that loads the rows.
create table contact_import (
    organization_id bigint not null,
    id bigint not null default nextval('contact_import_seq'),
    file_key uuid not null,
    file_name text not null,
    separator text not null,
    columns jsonb not null,
    status text not null default 'queued',
    total bigint not null default 0,
    processed bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    ignored bigint not null default 0,
    failed bigint not null default 0,
    problem text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (organization_id, id),
    constraint contact_import_status check (status in ('queued', 'running', 'finished', 'failed', 'cancelled'))
);
select guard_organization('contact_import');

create table import_reject (
    organization_id bigint not null,
    import_id bigint not null,
    line bigint not null,
    reason text not null,
    cells jsonb not null,
    primary key (organization_id, import_id, line)
);
select guard_organization('import_reject');

-- Imports to do, for all organizations at once. Whoever holds one keeps it chunk after chunk, since opening a file again costs more
-- than a chunk; when the holder dies, its lease runs out.
create table import_queue (
    import_id bigint primary key,
    organization_id bigint not null,
    holder uuid,
    leased_until timestamptz not null default now(),
    due_at timestamptz not null default now(),
    attempts integer not null default 0
);
