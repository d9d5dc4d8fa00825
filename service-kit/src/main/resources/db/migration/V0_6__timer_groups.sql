-- The timers of a kind and an organization are a queue of their own.
create index timer_by_group on timer (organization_id, kind, due_at);
