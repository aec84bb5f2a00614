create table note (id text primary key, text text);
create table counter (key text primary key, value bigint not null);
create table effect (name text not null);
