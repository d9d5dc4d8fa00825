create table do_not_contact (
    organization_id bigint not null,
    contact_id bigint not null,
    channel text not null,
    reason text not null,
    note text,
    created_at timestamptz not null default now(),
    primary key (organization_id, contact_id, channel),
    constraint do_not_contact_channel check (channel in ('email')),
    constraint do_not_contact_reason check (reason in ('unsubscribed', 'bounced', 'manual'))
);
select guard_organization('do_not_contact');
