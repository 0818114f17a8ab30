-- An account's connection to its iiko server. The row stays when the account disconnects; its secrets go.
create table connection (
  account_id        text primary key check (account_id ~ '^[A-Za-z0-9_-]{1,64}$'),
  base_url          text,
  source            text not null default 'xml' check (source in ('xml', 'json')),
  time_zone         text not null default 'UTC',
  alert_email       text,
  -- sealed by CredentialCipher for this account, this integration and this field
  username_sealed   text,
  password_sealed   text,
  -- the key that sealed them; a key that is not there leaves the row aside until it is back
  key_id            text,
  key_state         text not null default 'USABLE' check (key_state in ('USABLE', 'KEY_MISSING', 'DAMAGED')),
  last_connected_at timestamptz,
  error_code        text,
  error             text,
  -- who may push; only the SHA-256 of the token is kept
  push_token_sha256 bytea unique,
  -- the one session at the server: whoever holds it, until when, and the token to log out with there
  holder            uuid,
  lease_until       timestamptz,
  session_sealed    text,
  session_url       text,
  session_since     timestamptz,
  -- how often in a row the server did not end a session that was left behind
  logout_failures   integer not null default 0,
  -- a server that does not answer is left alone until then
  not_before        timestamptz,
  failures          integer not null default 0,
  -- runs that failed one after the other, and whether the account was told
  failed_runs       integer not null default 0,
  alerted_at        timestamptz,
  created_at        timestamptz not null,
  check ((username_sealed is null) = (password_sealed is null)),
  check (password_sealed is null or (base_url is not null and key_id is not null)),
  check ((holder is null) = (lease_until is null)),
  check ((session_sealed is null) = (session_url is null))
);
create index connection_key on connection (key_id, account_id) where password_sealed is not null;
create index connection_left_behind on connection (account_id) where session_sealed is not null or base_url is null;

-- When some instance last had a key. While a keyset is being rolled out not all of them have the same ones.
create table credential_key (
  id      text primary key,
  seen_at timestamptz not null
);

-- When each entity of an account is synced next.
create table schedule (
  account_id text not null references connection,
  entity     text not null check (entity in ('restaurants', 'stores', 'suppliers', 'invoices')),
  next_at    timestamptz not null,
  primary key (account_id, entity)
);
create index schedule_due on schedule (next_at);

-- A run brings one entity or all of them up to date.
create table run (
  id               bigint generated always as identity primary key,
  account_id       text not null references connection,
  entity_type      text not null check (entity_type in ('restaurants', 'stores', 'suppliers', 'invoices', 'all')),
  cause            text not null check (cause in ('FIRST', 'SCHEDULE', 'MANUAL', 'PUSH')),
  requested_by     text,
  is_full          boolean not null default false,
  -- a snapshot may have less than half of what we had
  may_shrink       boolean not null default false,
  window_from      date,
  window_to        date,
  state            text not null default 'QUEUED'
                     check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')),
  -- how often it was begun, and how often of these its instance ended and left it to another
  attempts         integer not null default 0,
  hand_overs       integer not null default 0,
  not_before       timestamptz not null,
  cancel_requested boolean not null default false,
  error_code       text,
  error            text,
  queued_at        timestamptz not null,
  started_at       timestamptz,
  ended_at         timestamptz,
  -- it was old by then, and still the newest of an entity: it is looked at again a day later
  spared_at        timestamptz,
  check ((ended_at is not null) = (state in ('SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')))
);
create index run_of on run (account_id, id desc);
create index run_due on run (not_before, account_id) where state in ('QUEUED', 'RUNNING');
create index run_old on run (coalesce(spared_at, ended_at)) where ended_at is not null;

-- What a run does about one entity.
create table part (
  run_id      bigint not null references run,
  account_id  text not null,
  entity      text not null check (entity in ('restaurants', 'stores', 'suppliers', 'invoices')),
  position    smallint not null,
  state       text not null default 'QUEUED'
                check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'CANCELLED')),
  -- invoices come in pieces; the next one begins on that day
  from_day    date,
  to_day      date,
  next_day    date,
  seen        bigint not null default 0,
  created     bigint not null default 0,
  updated     bigint not null default 0,
  unchanged   bigint not null default 0,
  gone        bigint not null default 0,
  failed      bigint not null default 0,
  -- of the list or piece that is under way, for people who watch; counted above when it is complete
  piece_seen  bigint not null default 0,
  -- what was stored of it, by every try of it
  piece_created bigint not null default 0,
  piece_updated bigint not null default 0,
  -- of what was not believed: so many we had, and so many of them were left
  shrink_from bigint,
  shrink_to   bigint,
  error_code  text,
  error       text,
  started_at  timestamptz,
  ended_at    timestamptz,
  primary key (run_id, entity),
  check ((shrink_from is null) = (shrink_to is null))
);
-- one run of an entity per account at a time
create unique index part_once on part (account_id, entity) where state in ('QUEUED', 'RUNNING');
create index part_last on part (account_id, entity, run_id desc);

-- A part that ends in the middle of a piece has stored what it has stored.
create function part_counts_what_is_stored() returns trigger language plpgsql as $$
begin
  new.seen := new.seen + new.piece_created + new.piece_updated;
  new.created := new.created + new.piece_created;
  new.updated := new.updated + new.piece_updated;
  new.piece_created := 0;
  new.piece_updated := 0;
  return new;
end $$;
create trigger part_ended before update on part for each row
  when (old.ended_at is null and new.ended_at is not null)
  execute function part_counts_what_is_stored();

-- Whoever watches a run hears of each change.
create function run_is_told() returns trigger language plpgsql as $$
begin
  perform pg_notify('iiko_run', case tg_table_name when 'run' then to_jsonb(new)->>'id' else to_jsonb(new)->>'run_id' end);
  return null;
end $$;
create trigger run_told after insert or update on run for each row execute function run_is_told();
create trigger part_told after update on part for each row execute function run_is_told();

-- Records that could not be read or stored; the others of the run went on.
create table record_error (
  id         bigint generated always as identity primary key,
  run_id     bigint not null references run,
  account_id text not null,
  entity     text not null,
  iiko_id    text,
  reason     text not null,
  at         timestamptz not null
);
create index record_error_of on record_error (account_id, id desc);
create index record_error_of_run on record_error (run_id, entity, id);
create index record_error_kept on record_error (account_id, entity, run_id);

-- Calls to the account's server.
create table request_log (
  id         bigint generated always as identity primary key,
  account_id text not null,
  run_id     bigint,
  operation  text not null,
  outcome    text not null,
  bytes      bigint not null,
  millis     integer not null,
  at         timestamptz not null
);
create index request_log_of on request_log (account_id, at desc);
create index request_log_old on request_log (at);

-- iiko's hierarchy: departments as 'D', stores as 'S'. iiko's own fields follow iiko; display_name is ours.
create table corporate_item (
  account_id    text not null,
  source        char(1) not null check (source in ('D', 'S')),
  iiko_id       text not null,
  parent_id     text,
  code          text,
  name          text,
  type          text,
  taxpayer_id   text,
  -- the nearest DEPARTMENT above, of a store
  restaurant_id text,
  content_hash  bytea,
  changed_at    timestamptz not null,
  gone_at       timestamptz,
  sync_error    text,
  display_name  text,
  -- lists are read in this order; short, since an index has no room for long texts
  sort_name     text not null generated always as (left(lower(coalesce(display_name, name, '')), 64)) stored,
  primary key (account_id, source, iiko_id)
);
create index corporate_item_by_name on corporate_item (account_id, source, sort_name, iiko_id);

create table supplier (
  account_id    text not null,
  iiko_id       text not null,
  code          text,
  name          text,
  taxpayer_id   text,
  is_deleted    boolean,
  content_hash  bytea,
  changed_at    timestamptz not null,
  gone_at       timestamptz,
  sync_error    text,
  display_name  text,
  sort_name     text not null generated always as (left(lower(coalesce(display_name, name, '')), 64)) stored,
  primary key (account_id, iiko_id)
);
create index supplier_by_name on supplier (account_id, sort_name, iiko_id);

create table invoice (
  account_id      text not null,
  iiko_id         text not null,
  number          text,
  incoming_number text,
  invoice_number  text,
  status          text,
  -- as iiko has them: without a zone, in the account's own
  dated_at        timestamp,
  incoming_day    date,
  due_day         date,
  -- the day that it was listed under
  listed_on       date,
  supplier_id     text,
  store_id        text,
  -- the JSON source names it; else it follows from the store
  department_id   text,
  currency        text,
  comment         text,
  -- the sum of the items' sums, or what the JSON source says
  total           numeric,
  item_count      integer not null default 0,
  content_hash    bytea,
  changed_at      timestamptz not null,
  gone_at         timestamptz,
  sync_error      text,
  primary key (account_id, iiko_id)
);
create index invoice_by_day on invoice (account_id, listed_on, iiko_id);
-- the newest first; what was listed under no day comes last
create index invoice_newest on invoice (account_id, coalesce(listed_on, date '0001-01-01'), iiko_id);

create table invoice_item (
  account_id         text not null,
  invoice_id         text not null,
  position           integer not null,
  num                integer,
  product_id         text,
  product_article    text,
  name               text,
  store_id           text,
  amount             numeric,
  unit               text,
  price              numeric,
  price_without_vat  numeric,
  sum                numeric,
  vat_percent        numeric,
  vat_sum            numeric,
  discount_sum       numeric,
  additional_expense boolean,
  primary key (account_id, invoice_id, position)
);

-- When what we have was last found to be what iiko has, although nothing was written: for lists as a
-- whole (day 0001-01-01), for invoices by the day they are listed under.
create table confirmed (
  account_id text not null,
  entity     text not null,
  day        date not null default '0001-01-01',
  at         timestamptz not null,
  primary key (account_id, entity, day)
);

-- Who read, changed, used or re-encrypted credentials. Lines are only ever added.
create table credential_audit (
  id         bigint generated always as identity primary key,
  account_id text not null,
  at         timestamptz not null,
  actor      text not null,
  action     text not null check (action in ('STORED', 'CHANGED', 'USED', 'RE_ENCRYPTED', 'QUARANTINED', 'WIPED')),
  detail     text
);
create index credential_audit_of on credential_audit (account_id, id desc);

create function credential_audit_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'credential_audit is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger credential_audit_kept before update or delete or truncate on credential_audit
  for each statement execute function credential_audit_is_kept();
revoke update, delete, truncate on credential_audit from public, current_user;

-- Letters to accounts: each is sent once.
create table letter (
  id              bigint generated always as identity primary key,
  account_id      text not null references connection,
  kind            text not null check (kind in ('FAILING', 'RECOVERED')),
  run_id          bigint not null references run,
  state           text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  error           text,
  queued_at       timestamptz not null,
  sent_at         timestamptz,
  unique (run_id, kind),
  check ((next_attempt_at is not null) = (state = 'QUEUED'))
);
create index letter_due on letter (next_attempt_at) where next_attempt_at is not null;
