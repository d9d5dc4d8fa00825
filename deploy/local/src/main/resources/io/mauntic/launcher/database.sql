-- Once a database, as its superuser.
revoke connect on database ${database} from public;
create extension if not exists pg_trgm schema public;
create extension if not exists btree_gin schema public;
