create sequence campaign_seq increment by 50;

create table campaign (
    organization_id bigint      not null,
    id              bigint      not null,
    name            text        not null check (length(name) between 1 and 191),
    status          text        not null check (status in ('draft', 'published', 'unpublished', 'deleted')),
    reentry         boolean     not null,
    -- {sources, events} as in the contract. The graph is read and written whole; undo_graph is the one before.
    graph           text        not null,
    undo_graph      text,
    version         bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    published_at    timestamptz,
    primary key (organization_id, id)
);
select guard_organization('campaign');

-- Which campaigns a segment feeds.
create table campaign_source (
    organization_id bigint not null,
    segment_id      bigint not null,
    campaign_id     bigint not null,
    primary key (organization_id, segment_id, campaign_id)
);
create index campaign_source_by_campaign on campaign_source (organization_id, campaign_id);
select guard_organization('campaign_source');
