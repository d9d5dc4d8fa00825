-- One row a campaign and contact; a contact who comes back, where the campaign allows it, starts the next rotation.
create table campaign_member (
    organization_id bigint      not null,
    campaign_id     bigint      not null,
    contact_id      bigint      not null,
    rotation        int         not null,
    -- the sources that hold the contact now: when the last one lets go, the contact leaves
    segment_ids     bigint[]    not null,
    entered_at      timestamptz not null,
    left_at         timestamptz,
    primary key (organization_id, campaign_id, contact_id)
);
create index campaign_member_by_contact on campaign_member (organization_id, contact_id);
select guard_organization('campaign_member');

-- What was done. The primary key is what makes every step happen once.
create table campaign_log (
    organization_id bigint      not null,
    campaign_id     bigint      not null,
    event_key       text        not null collate "C",
    contact_id      bigint      not null,
    rotation        int         not null,
    status          text        not null check (status in ('executed', 'sent', 'failed')),
    path            text        check (path in ('yes', 'no')),
    reason          text,
    at              timestamptz not null,
    -- of an email only: what decisions below it look at, recorded even before the decision waits
    opened_at       timestamptz,
    clicked_at      timestamptz,
    primary key (organization_id, campaign_id, event_key, contact_id, rotation)
);
create index campaign_log_by_time on campaign_log (organization_id, campaign_id, at, contact_id, event_key);
create index campaign_log_by_contact on campaign_log (organization_id, contact_id, campaign_id);
select guard_organization('campaign_log');

-- What waits, for all organizations: only ids and times. A decision that waits without end is due at infinity.
create table pending_step (
    organization_id bigint      not null,
    campaign_id     bigint      not null,
    event_key       text        not null collate "C",
    contact_id      bigint      not null,
    rotation        int         not null,
    lane            text        not null check (lane in ('realtime', 'bulk')),
    due_at          timestamptz not null,
    waiting_since   timestamptz not null,
    -- fell due while its campaign was not published
    held            boolean     not null default false,
    primary key (organization_id, campaign_id, event_key, contact_id, rotation)
);
create index pending_step_due on pending_step (lane, due_at) where not held;
create index pending_step_by_contact on pending_step (organization_id, contact_id);

-- Segments whose members are still to enter a campaign, or to leave it, page by page; the cursor is where the next page begins.
create table source_sync (
    organization_id bigint      not null,
    campaign_id     bigint      not null,
    segment_id      bigint      not null,
    leaving         boolean     not null,
    cursor          text,
    due_at          timestamptz not null,
    attempts        int         not null default 0,
    primary key (organization_id, campaign_id, segment_id)
);
create index source_sync_due on source_sync (due_at);

-- A queue: rows live for seconds, and dead ones would slow down every claim.
alter table pending_step set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
