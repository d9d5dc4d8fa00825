-- One row a figure and hour, however many events: an organization that never rests writes 14 x 8,760 rows a year. That is why
-- the table is neither partitioned nor pruned: totals need its whole history, and the key reads it in order.
create table metric_hour (
    organization_id bigint not null,
    metric text not null,
    hour timestamptz not null,
    value bigint not null,
    primary key (organization_id, metric, hour)
) with (fillfactor = 80);
select guard_organization('metric_hour');

-- Tells a campaign that is published again from one that is published.
create table active_campaign (
    organization_id bigint not null,
    campaign_id bigint not null,
    primary key (organization_id, campaign_id)
);
select guard_organization('active_campaign');

-- The latest of what is worth telling. The same thing within an hour is one row with a greater amount, and old rows go.
create table activity (
    organization_id bigint not null,
    kind text not null,
    subject bigint not null,
    hour timestamptz not null,
    at timestamptz not null,
    name text not null,
    amount bigint not null,
    failed bigint not null default 0,
    primary key (organization_id, kind, subject, hour)
);
create index activity_latest on activity (organization_id, at);
select guard_organization('activity');
