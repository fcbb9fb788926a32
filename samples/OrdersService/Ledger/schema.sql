create table if not exists entries (
    id uuid primary key,
    customer_id text not null,
    placed_at timestamptz not null,
    total numeric not null,
    status text not null default 'open',
    note text,
    voided boolean not null default false
);
