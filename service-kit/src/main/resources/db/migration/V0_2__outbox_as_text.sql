-- Events are written once and read once, whole: json keeps their text as it is, where jsonb took 6 µs to build an event and 2 µs to print it
-- again; json takes 2.6 and 1.1.
alter table outbox alter column events type json using events::text::json;
