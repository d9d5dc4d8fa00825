create index delivery_by_age on delivery (organization_id, created_at);
