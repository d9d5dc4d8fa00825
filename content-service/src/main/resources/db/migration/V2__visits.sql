-- The tracking script carries nothing but a key: this table says whose site it is, so it stands outside the policies.
create table site (
    site_key        text        primary key,
    organization_id bigint      not null unique,
    created_at      timestamptz not null default now()
);

-- Only visitors whose contact is known; the others are nobody's rows.
create table visitor (
    organization_id bigint      not null,
    visitor_id      text        not null,
    contact_id      bigint      not null,
    identified_at   timestamptz not null default now(),
    primary key (organization_id, visitor_id)
);
create index visitor_by_contact on visitor (organization_id, contact_id);
select guard_organization('visitor');
