-- How often a delivery failed by its own fault, apart from the attempts that its mail server put off; each organization is a queue of its own.
alter table due_delivery add column faults smallint not null default 0;
create index due_delivery_by_organization on due_delivery (lane, organization_id, due_at);
drop index due_delivery_by_lane;
