-- Who may call: sources of events, server keys, operators and the keys that sign their tokens. Secrets are sealed
-- (AES-256-GCM under rapport.secrets.key), hashed (SHA-256 of 256 random bits) or, for passwords, argon2id.
create table source (
    id text primary key,
    name text not null,
    type text not null,
    require_user_token boolean not null,
    write_key text not null unique,
    sealed_secret text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table server_key (
    id uuid primary key,
    name text not null,
    hash text not null unique,
    hint text not null,
    scopes text not null,
    source_id text not null references source (id),
    created_at timestamptz not null
);

create table operator (
    username text primary key,
    name text,
    roles text not null,
    password_hash text not null,
    password_version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create table signing_key (
    kid text primary key,
    public_jwk text not null,
    sealed_jwk text not null,
    created_at timestamptz not null,
    signs_from timestamptz not null,
    not_after timestamptz not null
);

-- A session is one login; its refresh tokens follow one another, and go with it.
create table operator_session (
    id uuid primary key,
    username text not null references operator (username) on delete cascade,
    password_version integer not null,
    started_at timestamptz not null,
    ends_at timestamptz not null
);
create index operator_session_username on operator_session (username);

create table refresh_token (
    hash text primary key,
    session_id uuid not null references operator_session (id) on delete cascade,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);

-- By SHA-256 of what was typed as the user name, for people type passwords there.
create table login_attempt (
    subject text primary key,
    failures integer not null,
    waits_until timestamptz,
    last_at timestamptz not null
);
