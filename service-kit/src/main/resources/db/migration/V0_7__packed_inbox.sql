-- A row of the outbox is a batch. What a consumer has handled of it is one row of its inbox, not one for each event: a set of places.
alter table outbox add column batch uuid not null default uuidv7();

alter table inbox rename to inbox_by_event;
create table inbox (
    batch       uuid           not null,
    partition   int            not null, -- of the topic: two replicas that read the same batch write rows of their own
    places      int4multirange not null,
    received_at timestamptz    not null default now(),
    primary key (batch, partition)
);
insert into inbox (batch, partition, places, received_at)
select event_id, -1, '{[0,1)}', received_at from inbox_by_event;
drop table inbox_by_event;
