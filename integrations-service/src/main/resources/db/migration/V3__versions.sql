-- An edit says which version it began from.
alter table webhook add column version bigint not null default 0;
