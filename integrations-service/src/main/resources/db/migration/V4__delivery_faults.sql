-- How often a delivery failed by a fault of the platform's own, apart from what its receiver answered.
alter table due_delivery add column faults smallint not null default 0;
