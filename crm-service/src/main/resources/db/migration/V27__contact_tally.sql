-- How many contacts an organization has, without counting them: a list's total costs the same at ten and at ten million. A slot for each of
-- sixteen connections, since one row would make every import wait for the form before it.
create table contact_tally (
    organization_id bigint not null,
    slot            int    not null,
    contacts        bigint not null,
    primary key (organization_id, slot)
);

alter table contact no force row level security;
insert into contact_tally (organization_id, slot, contacts) select organization_id, 0, count(*) from contact group by organization_id;
alter table contact force row level security;
select guard_organization('contact_tally');

create function tally_contacts() returns trigger
    language plpgsql
    set search_path from current as
$$
begin
    insert into contact_tally as tally (organization_id, slot, contacts)
    select organization_id, pg_backend_pid() % 16, case tg_op when 'INSERT' then count(*) else -count(*) end
    from changed group by organization_id
    on conflict (organization_id, slot) do update set contacts = tally.contacts + excluded.contacts;
    return null;
end
$$;
create trigger contact_added after insert on contact
    referencing new table as changed for each statement execute function tally_contacts();
create trigger contact_removed after delete on contact
    referencing old table as changed for each statement execute function tally_contacts();
