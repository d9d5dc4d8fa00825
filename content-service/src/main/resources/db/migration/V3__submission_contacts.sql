-- Null until crm has told which contact a submission made, and after that contact is erased.
alter table submission add column contact_id bigint;
create index submission_by_contact on submission (organization_id, contact_id) where contact_id is not null;
