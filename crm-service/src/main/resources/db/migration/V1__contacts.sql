create sequence contact_seq increment by 50;

-- The …_key columns exist for search and sorting. Under row-level security only leakproof operators may use an index:
-- comparisons of text are, while like, @>, @@ and functions of a column are not, so neither a trigram index nor a GIN index on
-- tags would ever be read. Three B-trees cost an import 6 µs a row; a table of words, kept by a trigger, cost 31 µs. The collation
-- pg_c_utf8 lowers umlauts in a database of locale C too.
create table contact (
    organization_id bigint not null,
    id bigint not null default nextval('contact_seq'),
    firstname text,
    lastname text,
    email text collate "C",
    phone text,
    company text,
    position text,
    country text,
    city text,
    points integer not null default 0,
    stage text,
    tags text[] not null default '{}',
    fields jsonb not null default '{}',
    source text not null default 'api',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    version bigint not null default 0,
    firstname_key text collate "C" not null generated always as (lower(coalesce(firstname, '') collate pg_c_utf8)) stored,
    lastname_key text collate "C" not null generated always as (lower(coalesce(lastname, '') collate pg_c_utf8)) stored,
    company_key text collate "C" not null generated always as (lower(coalesce(company, '') collate pg_c_utf8)) stored,
    primary key (organization_id, id),
    constraint contact_source check (source in ('api', 'import', 'form'))
);

create unique index contact_email on contact (organization_id, email);
create index contact_firstname on contact (organization_id, firstname_key, id);
create index contact_lastname on contact (organization_id, lastname_key, id);
create index contact_company on contact (organization_id, company_key, id);

select guard_organization('contact');
