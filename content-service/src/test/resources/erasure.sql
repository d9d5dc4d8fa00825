insert into form (organization_id, id, name, alias, fields, post_action, button_label) values ({organization}, {id}, 'F', 'erasure-{id}', '[]', '{}', 'Send');
insert into submission (organization_id, id, form_id, answers, visitor_id, page_url, contact_id)
values ({organization}, {id}, {id}, '[["email", "{trace}"]]', '{trace}', 'https://example.com/{trace}', {contact});
insert into visitor (organization_id, visitor_id, contact_id) values ({organization}, '{trace}', {contact});
