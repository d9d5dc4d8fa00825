-- An edit says which version it began from.
alter table segment add column version bigint not null default 0;
alter table saved_view add column version bigint not null default 0;
