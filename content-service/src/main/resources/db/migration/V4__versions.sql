-- An edit says which version it began from.
alter table form add column version bigint not null default 0;
