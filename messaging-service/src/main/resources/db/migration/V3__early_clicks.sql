-- Clicks that came so soon after the sending that a scanner may have made them: held until it shows.
create table early_click (
    organization_id bigint not null,
    delivery_id     bigint not null,
    link_id         bigint not null,
    visitor_id      uuid   not null,
    primary key (organization_id, delivery_id, link_id)
);
select guard_organization('early_click');
