alter table do_not_contact
    drop constraint do_not_contact_channel,
    add constraint do_not_contact_channel check (channel in ('email', 'sms', 'push')),
    -- Of the address that the contact had when it was last told; unknown for older rows.
    add column address_hash bytea;

-- Outlives the contact: it holds a keyed hash and no address, so that an erased person who comes back is known to want nothing.
create table address_refusal (
    organization_id bigint not null,
    channel text not null,
    address_hash bytea not null,
    reason text not null,
    since timestamptz not null default now(),
    primary key (organization_id, channel, address_hash),
    constraint address_refusal_channel check (channel in ('email', 'sms', 'push')),
    constraint address_refusal_reason check (reason in ('unsubscribed', 'bounced', 'manual'))
);
select guard_organization('address_refusal');
