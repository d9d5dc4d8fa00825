-- The newest that was heard of who is in which segment, for as long as something older may still come; segment 0: the contact is no more.
-- Outside the policies, for its retention: only ids and times.
create table membership (
    organization_id bigint      not null,
    segment_id      bigint      not null,
    contact_id      bigint      not null,
    revision        bigint      not null,
    member          boolean     not null,
    noted_at        timestamptz not null default now(),
    primary key (organization_id, segment_id, contact_id)
);
create index membership_by_contact on membership (organization_id, contact_id);
create index membership_by_time on membership (noted_at);
