-- Who is invited joins when they say so, at a link in a mail to them; only the hash of its secret is kept.
alter table user_account drop constraint user_account_state;
alter table user_account add constraint user_account_state check (state in ('INVITED', 'ACTIVE', 'BLOCKED', 'REMOVED'));
alter table user_account add column invitation text, add column invitation_until timestamptz;
-- Nobody chooses another's password any more. The empty columns go once no older version runs.
update user_account set credential = null where credential is not null;
