-- The first two of an organization are the ones that may be open: whoever asks finds them without reading the others.
create index import_queue_organization on import_queue (organization_id, import_id);
