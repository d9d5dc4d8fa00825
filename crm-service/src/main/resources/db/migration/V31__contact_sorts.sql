-- A list sorted by something without an index reads and sorts all contacts of the organization for each page. What the list offers has its
-- index; it no longer offers the rest, since each costs an import about 2 µs a row.
create index contact_updated on contact (organization_id, updated_at, id);
create index contact_points on contact (organization_id, points, id);
