-- The shop's products. A removed one keeps its row, without a document, so that its version goes on.
create table product (
    id text collate "C" primary key,
    version bigint not null,
    -- json and not jsonb: the text is kept as it is, so that equal products have equal documents.
    document json,
    brand text generated always as (document ->> 'brand') stored,
    search text generated always as (
        lower(id || ' ' || coalesce(document ->> 'title', '') || ' ' || coalesce(document ->> 'brand', ''))
    ) stored,
    -- Every path and all above it.
    categories text[] not null,
    in_stock boolean not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index product_brand on product (brand, id);
create index product_categories on product using gin (categories);
