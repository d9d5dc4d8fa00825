-- Up to which moment somebody has seen the notifications. What happened later is new to them.
create table notification_seen (
    organization_id bigint not null,
    user_id text not null,
    seen_until timestamptz not null,
    primary key (organization_id, user_id)
);
select guard_organization('notification_seen');
