-- Where recommendations stand, and what is shown there.
create table placement (
    id text collate "C" primary key,
    document json not null,
    changed_at timestamptz not null
);

insert into placement (id, changed_at, document) values
('home.top-picks', '2026-11-23T00:00:00Z',
 '{"id":"home.top-picks","name":"Top picks","limit":20,
   "strategies":[{"type":"session","weight":1.0},{"type":"next-order","weight":0.5}],
   "fallbacks":["home.trending"],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"exclude"}}'),
('home.recently-viewed', '2026-11-23T00:00:00Z',
 '{"id":"home.recently-viewed","name":"Recently viewed","limit":20,
   "strategies":[{"type":"recently-viewed","weight":1.0}],
   "fallbacks":[],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"keep"}}'),
('home.trending', '2026-11-23T00:00:00Z',
 '{"id":"home.trending","name":"Trending","limit":20,
   "strategies":[{"type":"popular","weight":1.0}],
   "fallbacks":["home.new-arrivals"],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"keep"}}'),
('home.new-arrivals', '2026-11-23T00:00:00Z',
 '{"id":"home.new-arrivals","name":"New in the shop","limit":20,
   "strategies":[{"type":"new-arrivals","weight":1.0}],
   "fallbacks":[],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"keep"}}'),
('product.similar', '2026-11-23T00:00:00Z',
 '{"id":"product.similar","name":"Similar products","limit":12,
   "strategies":[{"type":"seen-together","weight":1.0},{"type":"same-category","weight":0.3}],
   "fallbacks":["home.trending"],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"keep"}}'),
('cart.also-bought', '2026-11-23T00:00:00Z',
 '{"id":"cart.also-bought","name":"Often bought together","limit":12,
   "strategies":[{"type":"bought-together","weight":1.0},{"type":"seen-together","weight":0.3}],
   "fallbacks":["home.trending"],
   "rules":{"bought":"exclude","exceptTags":["consumable"],"viewed":"keep"}}');
