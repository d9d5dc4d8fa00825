-- What an organization is, a row each: identity's own, elsewhere a copy that its event brings. No row: the defaults.
create table organization_settings (
    organization_id bigint primary key,
    version bigint not null,
    settings jsonb not null
);
select guard_organization('organization_settings');
