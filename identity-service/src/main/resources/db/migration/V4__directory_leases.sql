-- Who carries a note to Keycloak holds it meanwhile, so that an older state is never written after a newer one.
alter table directory_task add column lease uuid, add column leased_until timestamptz;
