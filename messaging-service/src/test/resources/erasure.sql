insert into delivery (organization_id, id, delivery_key, lane, contact_id, email_id, correlation_id, status, subject, address, reason, delay, bounced_at)
values ({organization}, {id}, '{id}', 'bulk', {contact}, 1, gen_random_uuid(), 'bounced', '{trace}', '{trace}@example.com', '550 {trace}', '450 {trace}', now());
