-- Where kiosks stand, and what they charge: kept by staff.
create table master_locations (
  ml_id         bigint generated always as identity primary key,
  ml_name       text not null check (length(ml_name) between 1 and 100),
  ml_created_at timestamptz not null,
  ml_updated_at timestamptz not null
);
create unique index master_locations_name on master_locations (lower(ml_name));

create table master_prices (
  mp_id         bigint generated always as identity primary key,
  mp_name       text not null check (length(mp_name) between 1 and 100),
  mp_amount     bigint not null check (mp_amount > 0),
  mp_created_at timestamptz not null,
  mp_updated_at timestamptz not null
);

-- One row per code that a kiosk asked for, written before Xendit is called.
create table transactions (
  tr_id              bigint generated always as identity primary key,
  -- the reference that Xendit knows
  tr_external_id     text not null unique
                       check (tr_external_id ~ '^TRX-[0-9]{1,19}-[0-9]{14}-[0-9A-F]{8}$'),
  tr_location_id     bigint not null references master_locations,
  tr_price_id        bigint references master_prices on delete set null,
  tr_amount          bigint not null check (tr_amount > 0),
  tr_email           text,
  tr_status          text not null check (tr_status in ('PENDING', 'COMPLETED', 'FAILED', 'EXPIRED')),
  -- the status that the last event found: tells in the same statement what the event did
  tr_was             text,
  tr_reason          text,
  tr_created_by      text not null,
  tr_idempotency_key text,
  tr_content_digest  bytea not null,
  -- Xendit's answer to the create call; missing while there is none
  tr_qr_id           text,
  tr_qris_string     text,
  -- the payment that completed it, when its id is known
  tr_payment_id      text,
  tr_paid_at         timestamptz,
  -- a person let a payment count that could not complete it, or gave money back: never both
  tr_honoured_at     timestamptz,
  tr_refund_at       timestamptz,
  tr_created_at      timestamptz not null,
  tr_expired_at      timestamptz not null,
  tr_moved_at        timestamptz not null,
  -- when Xendit is asked next, once more after the expiry; a claim pushes it forward by the lease
  tr_next_check_at   timestamptz,
  tr_checks          integer not null default 0,
  unique (tr_created_by, tr_idempotency_key),
  check (tr_next_check_at is null or tr_status <> 'COMPLETED'),
  check ((tr_paid_at is null) = (tr_status <> 'COMPLETED')),
  check (tr_honoured_at is null or tr_status in ('FAILED', 'EXPIRED')),
  check (tr_honoured_at is null or tr_refund_at is null)
);
create index transactions_due on transactions (tr_next_check_at) where tr_next_check_at is not null;
create index transactions_by_time on transactions (tr_created_at desc, tr_id desc);
create index transactions_by_status on transactions (tr_status, tr_created_at desc);
create index transactions_by_location on transactions (tr_location_id, tr_created_at desc);
-- found when a price is deleted
create index transactions_by_price on transactions (tr_price_id) where tr_price_id is not null;

-- Whoever waits for a transaction, on any instance, hears that it has moved.
create function announce_transaction() returns trigger language plpgsql as $$
begin
  perform pg_notify('photobox_transactions', new.tr_external_id);
  return null;
end $$;
create trigger transactions_announce after update of tr_status on transactions
  for each row when (old.tr_status is distinct from new.tr_status)
  execute function announce_transaction();

-- Every payment that Xendit told us of, once: only its first report has an effect.
create table payments (
  payment_id  text primary key,
  external_id text not null references transactions (tr_external_id),
  amount      numeric,
  receipt_id  text,
  paid_at     timestamptz,
  source      text not null check (source in ('WEBHOOK', 'LISTING')),
  seen_at     timestamptz not null
);
create index payments_of on payments (external_id);

-- Every webhook with a good token, exactly as it came, but without the token. A repetition raises
-- copies, which count from the delivery that had the outcome.
create table webhook_deliveries (
  id               bigint generated always as identity primary key,
  -- webhook-id where Xendit gave one, else the digest of the body
  delivery_key     text not null unique,
  headers          jsonb not null,
  body             bytea not null,
  shape            text not null check (shape in ('V2', 'V1', 'FLAT', 'UNREADABLE')),
  event            text,
  external_id      text,
  payment_id       text,
  outcome          text not null,
  copies           integer not null default 1,
  received_at      timestamptz not null,
  last_received_at timestamptz not null
);
create index webhook_deliveries_of on webhook_deliveries (external_id, id);

-- Never more than one refund of a payment, unless Xendit said that it failed.
create table refunds (
  id           bigint generated always as identity primary key,
  payment_id   text not null references payments,
  external_id  text not null references transactions (tr_external_id),
  amount       bigint not null check (amount > 0),
  reason       text not null,
  status       text not null
                 check (status in ('REQUESTED', 'PENDING', 'SUCCEEDED', 'FAILED', 'UNCLEAR')),
  -- the status that the last news found
  was          text,
  xendit_id    text unique,
  error        text,
  requested_by text not null,
  requested_at timestamptz not null,
  moved_at     timestamptz not null
);
create unique index refunds_once on refunds (payment_id) where status <> 'FAILED';
create index refunds_of on refunds (external_id);
create index refunds_open on refunds (requested_at) where status in ('REQUESTED', 'PENDING');

-- Money that a person must look at. One item per kind and subject, ever; a repetition raises seen.
create table attention (
  id           bigint generated always as identity primary key,
  kind         text not null,
  -- the payment's id; where there is none, what the item was raised for
  subject      text not null,
  external_id  text,
  payment_id   text,
  amount       numeric,
  receipt_id   text,
  detail       text not null,
  seen         integer not null default 1,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  resolved_at  timestamptz,
  resolved_by  text,
  decision     text check (decision in ('NOTED', 'HONOURED', 'REFUNDED', 'NOT_REFUNDED')),
  note         text,
  unique (kind, subject),
  check ((resolved_at is null) = (decision is null))
);
create index attention_open on attention (created_at desc, id desc) where resolved_at is null;
create index attention_resolved on attention (created_at desc, id desc) where resolved_at is not null;
create index attention_of on attention (external_id);

create table photos (
  external_id text not null references transactions (tr_external_id),
  position    integer not null,
  url         text not null,
  primary key (external_id, position),
  unique (external_id, url)
);

-- Each gallery e-mail that was asked for; due ones are sent by whoever claims them.
create table photo_mails (
  id              bigint generated always as identity primary key,
  external_id     text not null references transactions (tr_external_id),
  recipient       text not null,
  -- whether it was asked for on purpose, although there was one
  again           boolean not null,
  status          text not null check (status in ('QUEUED', 'SENT', 'FAILED')),
  attempts        integer not null default 0,
  requested_by    text not null,
  requested_at    timestamptz not null,
  next_attempt_at timestamptz,
  sent_at         timestamptz,
  check ((next_attempt_at is not null) = (status = 'QUEUED')),
  check ((sent_at is not null) = (status = 'SENT'))
);
create unique index photo_mails_once on photo_mails (external_id) where not again;
create unique index photo_mails_one_at_a_time on photo_mails (external_id) where status = 'QUEUED';
create index photo_mails_of on photo_mails (external_id, id);
create index photo_mails_due on photo_mails (next_attempt_at) where next_attempt_at is not null;
