create table names (place bigint auto_increment primary key, department varchar(100), name varchar(100));
create table keshi_event_positions (
    subscription varchar(120) not null,
    kind varchar(120) not null,
    aggregate_id varchar(200) not null,
    epoch bigint not null,
    sequence_number bigint not null,
    primary key (subscription, kind, aggregate_id));
