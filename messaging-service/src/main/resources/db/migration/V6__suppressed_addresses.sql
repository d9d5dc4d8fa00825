-- Whom we must not write to is known on a channel, by contact and by address.
alter table delivery
    add column channel text not null default 'email',
    add constraint delivery_channel check (channel in ('email', 'sms', 'push'));

alter table suppression
    add column channel text not null default 'email',
    add constraint suppression_channel check (channel in ('email', 'sms', 'push')),
    drop constraint suppression_pkey,
    add primary key (organization_id, contact_id, channel);

-- Outlives the contact: it holds a keyed hash and no address, so that an erased person who is imported again is still not
-- written to.
create table suppressed_address (
    organization_id bigint not null,
    channel text not null,
    address_hash bytea not null,
    reason text not null,
    since timestamptz not null default now(),
    primary key (organization_id, channel, address_hash),
    constraint suppressed_address_channel check (channel in ('email', 'sms', 'push')),
    constraint suppressed_address_reason check (reason in ('unsubscribed', 'bounced', 'manual'))
);
select guard_organization('suppressed_address');
