-- Work that failed for good by its own fault, of all organizations: outside the policies, with the organization as data.
create table set_aside (
    id              bigint generated always as identity primary key,
    organization_id bigint      not null,
    kind            text        not null,
    subject         text        not null,
    cause           text        not null,
    attempts        int         not null,
    payload         json        not null, -- jsonb takes no \u0000, and what failed may hold one
    set_aside_at    timestamptz not null default clock_timestamp(),
    unique (organization_id, kind, subject)
);
create index set_aside_by_organization on set_aside (organization_id, id);
create index set_aside_by_kind on set_aside (organization_id, kind, id);

-- "All of this kind, please": worked off batch by batch, up to what was there when it was said.
create table set_aside_retry (
    organization_id bigint      not null,
    kind            text        not null,
    up_to           bigint      not null,
    asked_at        timestamptz not null default clock_timestamp(),
    primary key (organization_id, kind)
);

insert into set_aside (organization_id, kind, subject, cause, attempts, payload, set_aside_at)
select organization_id, 'event', event_id::text, cause, 3,
       json_build_object('id', event_id, 'type', type, 'key', coalesce(key, ''), 'time', to_char(time at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                          'lane', lane, 'correlationId', correlation_id, 'data', data),
       died_at
from dead_letter where replayed_at is null order by id;
drop table dead_letter;
