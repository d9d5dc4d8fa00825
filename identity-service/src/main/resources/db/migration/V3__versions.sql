-- An edit says which version it began from.
alter table organization add column version bigint not null default 0;
