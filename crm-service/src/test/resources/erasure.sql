insert into contact (organization_id, id, firstname, lastname, email, phone, company, position, country, city, stage, tags, fields, source)
values ({organization}, {contact}, '{trace}', '{trace}', '{trace}@example.com', '{trace}', '{trace}', '{trace}', '{trace}', '{trace}', '{trace}',
        array['{trace}'], '{"note": "{trace}"}', 'api');
insert into timeline_entry (organization_id, contact_id, at, event_id, type, data)
values ({organization}, {contact}, now(), gen_random_uuid(), '{trace}', '{"url": "{trace}"}');
insert into visitor (organization_id, visitor_id, contact_id, identified_at) values ({organization}, '{trace}', {contact}, now());
insert into do_not_contact (organization_id, contact_id, channel, reason, note) values ({organization}, {contact}, 'email', 'manual', '{trace}');
insert into consent (organization_id, contact_id, channel, topic, state, at, source, reference, shown, recorded_by, recorder, recorded_at)
values ({organization}, {contact}, 'email', '{trace}', 'given', now(), 'form', '{trace}', '{trace} agrees', 'somebody', 'Somebody', now());
insert into import_reject (organization_id, import_id, line, reason, cells)
values ({organization}, {id}, 1, '{trace} is nothing', '["Ada", " {trace}@Example.com"]');
