-- One row per order that a point of sale started. order_id is the only key that Iute knows.
create table payment (
  order_id        text primary key check (order_id ~ '^[A-Za-z0-9._-]{1,64}$'),
  created_by      text not null,
  idempotency_key text,
  content_digest  bytea not null,
  amount          numeric(12, 2) not null check (amount > 0),
  currency        text not null check (currency in ('EUR', 'ALL', 'MDL', 'MKD')),
  customer_phone  text not null,
  salesman        text not null,
  pos_id          text not null,
  -- the body of the create call, kept only until Iute has answered it
  iute_request    jsonb,
  iute_response   jsonb,
  status          text not null check (status in
                    ('CREATED', 'PENDING', 'IN_PROGRESS', 'PAID', 'CANCELLED', 'REJECTED', 'ON_HOLD')),
  -- the status that the last event found: tells in the same statement what the event did
  was             text,
  loan_amount     numeric,
  code            text,
  reason          text,
  created_at      timestamptz not null,
  moved_at        timestamptz not null,
  -- when Iute is asked next; a claim pushes it forward by the lease
  next_check_at   timestamptz,
  checks          integer not null default 0,
  unique (created_by, idempotency_key),
  check (next_check_at is null or status in ('CREATED', 'PENDING', 'IN_PROGRESS')),
  check (iute_request is null or status = 'CREATED')
);
create index payment_due on payment (next_check_at) where next_check_at is not null;
create index payment_by_time on payment (created_at desc, order_id);
create index payment_by_status on payment (status, created_at desc);
create index payment_by_salesman on payment (salesman, created_at desc);

create table payment_event (
  id          bigint generated always as identity primary key,
  order_id    text not null references payment,
  from_status text,
  to_status   text not null,
  at          timestamptz not null,
  cause       text not null
);
create index payment_event_of on payment_event (order_id, id);

-- Every delivery whose signature held, exactly as it came. The same body again raises copies,
-- which count from the delivery that had the outcome.
create table delivery (
  id               bigint generated always as identity primary key,
  kind             text not null check (kind in ('CONFIRMATION', 'CANCELLATION')),
  order_id         text,
  body             bytea not null,
  body_digest      bytea not null,
  signed_at        timestamptz not null,
  outcome          text not null check (outcome in
                     ('APPLIED', 'HELD', 'NOTHING_NEW', 'CONTRADICTION', 'UNKNOWN_ORDER', 'UNREADABLE')),
  copies           integer not null default 1,
  received_at      timestamptz not null,
  last_received_at timestamptz not null,
  unique (kind, body_digest)
);
create index delivery_of on delivery (order_id, id);

-- What a person must look at. At most one open item per order and kind; a repetition raises seen.
create table attention (
  id           bigint generated always as identity primary key,
  kind         text not null,
  order_id     text,
  delivery_id  bigint references delivery,
  detail       text not null,
  seen         integer not null default 1,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at  timestamptz,
  resolved_by  text,
  decision     text check (decision in ('PAID', 'CANCELLED', 'DISMISSED')),
  note         text,
  check ((resolved_at is null) = (decision is null))
);
create unique index attention_open on attention (order_id, kind) where resolved_at is null;
create index attention_open_by_time on attention (created_at desc, id desc)
  where resolved_at is null;
create index attention_resolved_by_time on attention (created_at desc, id desc)
  where resolved_at is not null;
create index attention_of on attention (order_id);
