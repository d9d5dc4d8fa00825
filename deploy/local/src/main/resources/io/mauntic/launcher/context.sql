-- Once a context, as superuser, and again at each start: the owner's role for migrations, the service's own
-- restricted role with a password of its own, and the schema. The service may read and write rows; it owns nothing and bypasses no policy.
do $$
begin
  if not exists (select from pg_roles where rolname = '${context}_owner') then
    create role ${context}_owner;
  end if;
  if not exists (select from pg_roles where rolname = '${context}_app') then
    create role ${context}_app;
  end if;
end
$$;

alter role ${context}_owner with login nosuperuser nocreatedb nocreaterole nobypassrls password '${owners_password}';
alter role ${context}_app with login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}';
grant connect on database ${database} to ${context}_owner, ${context}_app;
alter role ${context}_owner in database ${database} set search_path = ${context}, public;
alter role ${context}_app in database ${database} set search_path = ${context}, public;

create schema if not exists ${context} authorization ${context}_owner;
grant usage on schema ${context} to ${context}_app;
alter default privileges for role ${context}_owner in schema ${context}
  grant select, insert, update, delete on tables to ${context}_app;
alter default privileges for role ${context}_owner in schema ${context}
  grant usage, select on sequences to ${context}_app;
