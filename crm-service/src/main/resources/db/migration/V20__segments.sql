create sequence segment_seq increment by 50;

create table segment (
    organization_id bigint not null,
    id bigint not null default nextval('segment_seq'),
    name text not null,
    description text,
    filter jsonb not null,
    mentions text[] not null,
    status text not null default 'building',
    processed bigint not null default 0,
    total bigint not null default 0,
    built_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    name_key text collate "C" not null generated always as (lower(name)) stored,
    primary key (organization_id, id),
    constraint segment_status check (status in ('building', 'ready', 'deleted'))
);
create index segment_name on segment (organization_id, name_key, id);
select guard_organization('segment');

-- A member is who has a row that does not say 'removed'. `hand` is what a person decided; it outlives every rebuild.
-- No foreign keys: they cost an import of a million contacts one look-up a row, and SegmentMembership.forget does their work.
create table segment_member (
    organization_id bigint not null,
    segment_id bigint not null,
    contact_id bigint not null,
    hand text,
    since timestamptz not null default now(),
    primary key (organization_id, segment_id, contact_id),
    constraint segment_member_hand check (hand in ('added', 'removed'))
);
create index segment_member_contact on segment_member (organization_id, contact_id, segment_id);
select guard_organization('segment_member');

-- Members are counted as they come and go: the sum over the slots. A slot is a database connection, so that transactions at work at
-- the same time never wait for each other's count.
create table segment_tally (
    organization_id bigint not null,
    segment_id bigint not null,
    slot integer not null,
    members bigint not null,
    primary key (organization_id, segment_id, slot)
);
select guard_organization('segment_tally');

-- Builds to do, for all organizations at once. `position` is the last contact looked at. `barrier` is the transaction id that was next
-- when the build began: it waits until every older transaction has ended, for those may not have known of the new filter.
create table segment_build (
    segment_id bigint primary key,
    organization_id bigint not null,
    position bigint not null default 0,
    barrier bigint,
    due_at timestamptz not null default now()
);
create index segment_build_due on segment_build (due_at);
