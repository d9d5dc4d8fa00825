create sequence webhook_seq increment by 50;
create table webhook (
    id                    bigint      primary key,
    organization_id       bigint      not null,
    name                  text        not null,
    url                   text        not null,
    events                text[]      not null,
    status                text        not null check (status in ('active', 'disabled')),
    disabled_reason       text        check (disabled_reason in ('gone', 'failing', 'manual')),
    secret                bytea       not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    last_status           int,
    last_attempt_at       timestamptz,
    last_success_at       timestamptz,
    created_at            timestamptz not null default now(),
    updated_at            timestamptz not null default now()
);
create index webhook_by_age on webhook (organization_id, created_at desc, id desc);
select guard_organization('webhook');

create sequence delivery_seq increment by 50;
create table delivery (
    id               bigint      primary key,
    organization_id  bigint      not null,
    webhook_id       bigint      not null references webhook (id) on delete cascade,
    event_id         uuid        not null,
    event            text        not null,
    payload          text        not null,
    bulk             boolean     not null,
    status           text        not null default 'pending' check (status in ('pending', 'delivered', 'failed')),
    attempts         int         not null default 0,
    last_attempt_at  timestamptz,
    response_status  int,
    response_excerpt text,
    error            text,
    duration_millis  int,
    history          jsonb       not null default '[]',
    created_at       timestamptz not null default now()
);
create unique index delivery_once on delivery (organization_id, webhook_id, event_id);
create index delivery_by_webhook on delivery (organization_id, webhook_id, id desc);
create index delivery_of_webhook on delivery (webhook_id);
select guard_organization('delivery');

-- What came of the deliveries, an hour a row: the last day is a sum of 24 rows, however busy a webhook is.
create table delivery_tally (
    organization_id bigint      not null,
    webhook_id      bigint      not null references webhook (id) on delete cascade,
    hour            timestamptz not null,
    delivered       bigint      not null,
    failed          bigint      not null,
    primary key (organization_id, webhook_id, hour)
);
select guard_organization('delivery_tally');

-- The two tables below are worked off for all organizations at once and stand outside the policies.
create table delivery_lane (
    webhook_id      bigint      primary key,
    organization_id bigint      not null,
    paused_until    timestamptz not null default '-infinity'
);
create table due_delivery (
    delivery_id     bigint      primary key,
    webhook_id      bigint      not null references delivery_lane (webhook_id) on delete cascade,
    organization_id bigint      not null,
    bulk            boolean     not null,
    attempt         int         not null default 0,
    due_at          timestamptz not null
);
create index due_delivery_by_webhook on due_delivery (webhook_id, bulk, due_at);
create index due_delivery_by_time on due_delivery (due_at);
alter table due_delivery set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
