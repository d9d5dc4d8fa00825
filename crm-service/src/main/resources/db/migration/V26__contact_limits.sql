-- One rule for every way in, bulk included: what a contact has is kept, and of what comes new as much as fits (ContactRules says the same).
create function contact_tags(present text[], added text[], removed text[] default '{}') returns text[]
    language sql immutable
    return array(
        select tag from (
            select tag from (select unnest(present) as tag, 0 as late union all select unnest(added), 1) as given
            where tag <> all (removed) group by tag order by min(late), tag collate "C"
            limit greatest(100, cardinality(present))) as kept
        order by tag collate "C");

create function contact_fields(present jsonb, added jsonb) returns jsonb
    language sql immutable
    return (
        select coalesce(jsonb_object_agg(key, value), '{}') from (
            select key, coalesce(added -> key, present -> key) as value
            from (select jsonb_object_keys(present) as key, 0 as late union all select jsonb_object_keys(added), 1) as given
            group by key order by min(late), key collate "C"
            limit greatest(100, (select count(*) from jsonb_object_keys(present)))) as kept);
