-- To whom the mail went is forgotten whatever is written of it later: how it ended, or that it came back.
alter table delivery add column erased_at timestamptz;
create function forget_recipient() returns trigger
    language plpgsql as
$$
begin
    new.address := null;
    new.subject := null;
    new.delay := null;
    if new.bounced_at is not null then
        new.reason := 'erased';
    end if;
    return new;
end
$$;
create trigger delivery_of_the_erased before update on delivery
    for each row when (new.erased_at is not null) execute function forget_recipient();
