create sequence note_seq increment by 50;
create table note (
    organization_id bigint not null,
    id              bigint primary key default nextval('note_seq'),
    text            text   not null
);
create index note_by_organization on note (organization_id, id);
select guard_organization('note');
