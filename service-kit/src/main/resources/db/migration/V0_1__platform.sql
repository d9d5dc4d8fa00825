-- Forces the wall between organizations on a table. An unset organization sees no rows: nullif turns the empty string,
-- which a custom setting falls back to after its first transaction, into null.
create function guard_organization(guarded regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format(
        'create policy organization on %s using (organization_id = (select nullif(current_setting(''mauntic.organization_id'', true), '''')::bigint))',
        guarded);
end
$$;

-- The four tables below work for all organizations at once and stand outside the policies.

create table outbox (
    id             bigint generated always as identity primary key,
    organization_id bigint      not null,
    lane           text        not null check (lane in ('realtime', 'bulk')),
    topic          text,
    events         jsonb       not null,
    correlation_id uuid,
    causation_id   uuid,
    traceparent    text,
    created_at     timestamptz not null default clock_timestamp()
);
create index outbox_by_lane on outbox (lane, id);
alter table outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

create table inbox (
    event_id    uuid primary key,
    received_at timestamptz not null default now()
);
create index inbox_by_age on inbox using brin (received_at);

create table timer (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    kind            text        not null,
    subject         text        not null,
    due_at          timestamptz not null,
    payload         jsonb       not null default '{}',
    attempts        int         not null default 0,
    unique (organization_id, kind, subject)
);
create index timer_by_due on timer (due_at);

create table dead_letter (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    event_id        uuid        not null unique,
    topic           text        not null,
    lane            text        not null,
    type            text        not null,
    key             text,
    time            timestamptz not null,
    correlation_id  uuid,
    causation_id    uuid,
    data            jsonb       not null,
    cause           text        not null,
    died_at         timestamptz not null default now(),
    replayed_at     timestamptz
);
create index dead_letter_by_organization on dead_letter (organization_id, id);

create table idempotency_key (
    organization_id bigint      not null,
    key             text        not null,
    fingerprint     text        not null,
    answer          jsonb,
    created_at      timestamptz not null default now(),
    primary key (organization_id, key)
);
select guard_organization('idempotency_key');
