-- What happens to memberships is counted: of two events about the same one, the higher revision is the newer, by whichever lane it came.
create sequence membership_revision;
alter table segment_member add column revision bigint not null default nextval('membership_revision');
