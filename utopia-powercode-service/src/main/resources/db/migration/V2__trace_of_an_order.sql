-- W3C's traceparent of the request that an order began with; null where none was recorded
alter table orders add column traceparent text
  check (traceparent ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
