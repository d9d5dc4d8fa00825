-- Whether Keycloak has still to mail the person a link at which they set a password.
alter table user_account add column invite boolean not null default false;
