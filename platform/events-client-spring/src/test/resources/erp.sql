create table requests (id varchar(100) primary key, number varchar(100), outcome varchar(40));
create table keshi_event_positions (
    subscription varchar(120) not null,
    kind varchar(120) not null,
    aggregate_id varchar(200) not null,
    epoch bigint not null,
    sequence_number bigint not null,
    primary key (subscription, kind, aggregate_id));
