-- Whom a payload speaks of, so that erasing a contact finds it. A form's submission is told before its contact is known.
alter table delivery add column contact_id bigint, add column submission_id bigint;
update delivery set contact_id = (payload::jsonb #>> '{data,contactId}')::bigint, submission_id = (payload::jsonb #>> '{data,submissionId}')::bigint;
create index delivery_by_contact on delivery (organization_id, contact_id) where contact_id is not null;
create index delivery_by_submission on delivery (organization_id, submission_id) where submission_id is not null and contact_id is null;
