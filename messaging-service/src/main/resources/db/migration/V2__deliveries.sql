create sequence delivery_seq increment by 50;

-- One mail to one contact, asked for once: the key is what makes a repeated request do nothing.
create table delivery (
    organization_id bigint not null,
    id bigint not null default nextval('delivery_seq'),
    delivery_key text not null,
    lane text not null,
    contact_id bigint not null,
    email_id bigint not null,
    campaign_id bigint,
    event_key text,
    correlation_id uuid not null,
    causation_id uuid,
    traceparent text,
    status text not null default 'queued',
    subject text,
    address text,
    reason text,
    requested_at timestamptz not null default now(),
    done_at timestamptz,
    opened_at timestamptz,
    opened_by_machine_at timestamptz,
    clicked_at timestamptz,
    clicked_by_machine_at timestamptz,
    bounced_at timestamptz,
    unsubscribed_at timestamptz,
    primary key (organization_id, id),
    constraint delivery_status check (status in ('queued', 'sent', 'bounced', 'not-sent')),
    constraint delivery_lane check (lane in ('realtime', 'bulk'))
) with (fillfactor = 80);
create unique index delivery_by_key on delivery (organization_id, delivery_key);

select guard_organization('delivery');

-- What is still to be sent, for all organizations at once; stands outside the policies. A claimed row comes back when its
-- lease (due_at) has passed. handed_over is set right before the final dot of the mail is written: from then on nobody sends it
-- again.
create table due_delivery (
    delivery_id bigint primary key,
    organization_id bigint not null,
    lane text not null,
    due_at timestamptz not null,
    attempts smallint not null default 0,
    claimed_by uuid,
    handed_over boolean not null default false
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
create index due_delivery_by_lane on due_delivery (lane, due_at);

-- Whom we must not write to any more, known here at once; crm hears of it by event.
create table suppression (
    organization_id bigint not null,
    contact_id bigint not null,
    reason text not null,
    created_at timestamptz not null default now(),
    primary key (organization_id, contact_id)
);

select guard_organization('suppression');
