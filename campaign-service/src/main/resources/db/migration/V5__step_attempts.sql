-- How often a step has failed by its own fault; the steps of an event are a queue of their own.
alter table pending_step add column attempts int not null default 0;
create index pending_step_by_group on pending_step (lane, organization_id, campaign_id, event_key, due_at) where not held;
