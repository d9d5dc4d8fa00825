insert into webhook (organization_id, id, name, url, events, status, secret) values ({organization}, {id}, 'W', 'https://example.com', array['ContactCreated'], 'active', '\x00');
insert into delivery (organization_id, id, webhook_id, event_id, event, payload, bulk, contact_id, response_excerpt, error, history)
values ({organization}, {id}, {id}, gen_random_uuid(), 'ContactCreated', '{trace}', false, {contact}, '{trace}', '{trace}', '["{trace}"]');
