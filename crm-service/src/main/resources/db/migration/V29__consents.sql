create sequence consent_seq increment by 50;

-- What contacts agreed to and withdrew. Rows are added and never changed, so that what held on any day can be shown; they go with the contact.
create table consent (
    organization_id bigint not null,
    id bigint not null default nextval('consent_seq'),
    contact_id bigint not null,
    channel text not null,
    -- Empty for everything on the channel.
    topic text not null,
    state text not null,
    at timestamptz not null,
    source text not null,
    reference text,
    shown text,
    recorded_by text not null,
    recorder text not null,
    recorded_at timestamptz not null,
    primary key (organization_id, id),
    constraint consent_channel check (channel in ('email', 'sms', 'push')),
    constraint consent_state check (state in ('given', 'withdrawn')),
    constraint consent_source check (source in ('form', 'import', 'api', 'person', 'preference-page'))
);
create index consent_newest on consent (organization_id, contact_id, channel, topic, at desc, id desc);
create index consent_history on consent (organization_id, contact_id, at desc, id desc);
select guard_organization('consent');
