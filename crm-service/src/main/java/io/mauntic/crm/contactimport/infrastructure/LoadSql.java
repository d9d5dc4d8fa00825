package io.mauntic.crm.contactimport.infrastructure;

/**
 * The statement that loads the contacts of a chunk, tells what happened to them and answers whom it
 * changed.
 */
final class LoadSql {

    // Contacts come in the order of their addresses: two imports that meet at the same contacts
    // wait for each other instead of dying of
    // each other.
    private static final String WRITTEN =
            """
            with incoming as (
                select email, firstname, lastname, phone, company, position, country, city, stage, points,
                       coalesce(string_to_array(tags, E'\\x1f'), '{}') as tags, coalesce(fields::jsonb, '{}') as fields
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                            $11::integer[], $12::text[], $13::text[])
                    as rows (email, firstname, lastname, phone, company, position, country, city, stage, points, tags, fields)
            ), written as (
                insert into contact as c (organization_id, firstname, lastname, email, phone, company, position, country, city, points, stage,
                                          tags, fields, source)
                select $1::bigint, firstname, lastname, email, phone, company, position, country, city, points, stage, tags, fields, 'import'
                from incoming order by email collate "C"
                on conflict (organization_id, email) do update set
                    firstname = coalesce(excluded.firstname, c.firstname),
                    lastname = coalesce(excluded.lastname, c.lastname),
                    phone = coalesce(excluded.phone, c.phone),
                    company = coalesce(excluded.company, c.company),
                    position = coalesce(excluded.position, c.position),
                    country = coalesce(excluded.country, c.country),
                    city = coalesce(excluded.city, c.city),
                    stage = coalesce(excluded.stage, c.stage),
                    tags = case when excluded.tags <@ c.tags then c.tags
                        else contact_tags(c.tags, excluded.tags) end,
                    fields = case when c.fields @> excluded.fields then c.fields else contact_fields(c.fields, excluded.fields) end,
                    updated_at = now(),
                    version = c.version + 1
                where (coalesce(excluded.firstname, c.firstname), coalesce(excluded.lastname, c.lastname),
                       coalesce(excluded.phone, c.phone), coalesce(excluded.company, c.company),
                       coalesce(excluded.position, c.position), coalesce(excluded.country, c.country),
                       coalesce(excluded.city, c.city), coalesce(excluded.stage, c.stage))
                      is distinct from
                      (c.firstname, c.lastname, c.phone, c.company, c.position, c.country, c.city, c.stage)
                   or not excluded.tags <@ c.tags
                   or not c.fields @> excluded.fields
                returning new.id, new.email, new.firstname, new.lastname, new.company, new.stage, new.tags, new.created_at,
                    old.id is null as is_new, old.stage as old_stage, old.tags as old_tags,
                    case when old.id is not null then
                        jsonb_strip_nulls(jsonb_build_object(
                            'firstname', case when old.firstname is distinct from new.firstname then new.firstname end,
                            'lastname', case when old.lastname is distinct from new.lastname then new.lastname end,
                            'phone', case when old.phone is distinct from new.phone then new.phone end,
                            'company', case when old.company is distinct from new.company then new.company end,
                            'position', case when old.position is distinct from new.position then new.position end,
                            'country', case when old.country is distinct from new.country then new.country end,
                            'city', case when old.city is distinct from new.city then new.city end))
                        || coalesce((select jsonb_object_agg('fields.' || key, value) from jsonb_each(new.fields)
                                     where (old.fields -> key) is distinct from value), '{}')
                    end as changed
            )
            """;

    // Written as text: building each object as jsonb costs 10 µs a contact more.
    private static final String TOLD =
            """
            , event as (
                select id, 1 as place, 'ContactCreated' as type,
                    '{"contactId":' || id || ',"source":"import","createdAt":"' || $14::text || '"'
                        || coalesce(',"email":' || to_json(email)::text, '')
                        || coalesce(',"firstname":' || to_json(firstname)::text, '')
                        || coalesce(',"lastname":' || to_json(lastname)::text, '')
                        || coalesce(',"company":' || to_json(company)::text, '') || '}' as data
                from written where is_new
                union all
                select id, 2, 'ContactUpdated', jsonb_build_object('contactId', id, 'changed', changed, 'source', 'import')::text
                from written where not is_new and changed <> '{}'
                union all
                select id, 3, 'TagsChanged', jsonb_build_object('contactId', id, 'removed', '[]'::jsonb,
                    'added', to_jsonb(array(select tag from unnest(tags) as now (tag) where tag <> all (old_tags))))::text
                from written where not is_new and tags <> old_tags
                union all
                select id, 4, 'StageChanged', jsonb_strip_nulls(jsonb_build_object('contactId', id, 'from', old_stage, 'to', stage))::text
                from written where not is_new and stage is distinct from old_stage
            ), told as (
                select append_events($1::bigint, 'bulk', $15, $16, array_agg(outgoing_event(type, id::text, data) order by id, place)) as events
                from event
            )
            """;

    private static final String ANSWER =
            """
            select coalesce(array_agg(id) filter (where is_new), '{}') as created,
                coalesce(array_agg(id) filter (where not is_new), '{}') as updated,
                array(select jsonb_object_keys(changed) from written where changed is not null
                      union select 'tags' from written where tags <> old_tags
                      union select 'stage' from written where not is_new and stage is distinct from old_stage) as fields,
                (select events from told) as events
            from written
            """;

    /**
     * Organization $1; by contact: addresses $2, first names $3, last names $4, phones $5,
     * companies $6, positions $7, countries $8, cities $9, stages $10, points $11, tags $12 (apart
     * by U+001F), custom values $13 (JSON); the time in ISO 8601 $14; the topic $15; the causes
     * $16.
     */
    static final String LOAD = WRITTEN + TOLD + ANSWER;

    private LoadSql() {}
}
