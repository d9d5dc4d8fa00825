-- ContactCreated has no row here: the contact itself tells when and from where it came, and an import of a million writes nothing twice.
create table timeline_entry (
    organization_id bigint not null,
    contact_id bigint not null,
    at timestamptz not null,
    event_id uuid not null,
    type text collate "C" not null,
    data jsonb not null,
    primary key (organization_id, contact_id, at, event_id)
);
select guard_organization('timeline_entry');

-- Who a visitor turned out to be.
create table visitor (
    organization_id bigint not null,
    visitor_id text collate "C" not null,
    contact_id bigint not null,
    identified_at timestamptz not null,
    primary key (organization_id, visitor_id)
);
create index visitor_contact on visitor (organization_id, contact_id);
select guard_organization('visitor');

-- What visitors did while nobody knew them; it moves to timeline_entry as soon as they are identified.
create table anonymous_entry (
    organization_id bigint not null,
    visitor_id text collate "C" not null,
    at timestamptz not null,
    event_id uuid not null,
    type text collate "C" not null,
    data jsonb not null,
    primary key (organization_id, visitor_id, at, event_id)
);
select guard_organization('anonymous_entry');
