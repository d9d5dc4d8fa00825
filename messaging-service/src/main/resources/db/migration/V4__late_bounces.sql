-- What a mail server tells after it took a mail: that it still tries, or that the mail came back.
alter table delivery
    add column delayed_at timestamptz,
    add column delay text,
    add column bounce_kind text,
    add constraint delivery_bounce_kind check (bounce_kind in ('hard', 'soft'));

-- The columns that a sending changes stay out of it, so that it stays a heap-only update.
create index delivery_by_contact on delivery (organization_id, contact_id, id);
create index delivery_bounced on delivery (organization_id, email_id) where bounced_at is not null;
