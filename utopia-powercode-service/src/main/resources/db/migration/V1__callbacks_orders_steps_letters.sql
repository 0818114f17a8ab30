-- Every callback that passed the door, exactly as it came. The same body again raises copies.
create table callback (
  id               bigint generated always as identity primary key,
  kind             text not null check (kind in ('NEW_ORDER', 'TEST', 'IGNORED', 'UNUSABLE')),
  orderref         text,
  event            text,
  msg              text,
  body             bytea not null,
  body_digest      bytea not null unique,
  -- of the last copy
  headers          jsonb not null,
  copies           integer not null default 1,
  received_at      timestamptz not null,
  last_received_at timestamptz not null
);
create index callback_by_time on callback (last_received_at desc, id desc);
create index callback_of on callback (orderref, id);

-- One row per order. UTOPIA's reference is its only key.
create table orders (
  orderref        text primary key check (orderref ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  state           text not null check (state in
                    ('RECEIVED', 'IN_PROGRESS', 'DONE', 'NOT_OURS', 'NEEDS_ATTENTION', 'DEAD', 'RESOLVED')),
  -- failed tries of the step that the order is at
  attempts        integer not null default 0,
  -- counts up with each claim: whoever has an older number is no longer in charge
  claims          integer not null default 0,
  -- when it is worked on next; a claim pushes it forward by the lease
  next_attempt_at timestamptz,
  -- why it waits or has stopped
  error           text,
  -- what the look-up said
  contract        jsonb,
  siteid          text,
  -- held from before a customer is made there until it is known what became of it
  creating_site   text unique,
  created_at      timestamptz not null,
  moved_at        timestamptz not null,
  check ((next_attempt_at is not null) = (state in ('RECEIVED', 'IN_PROGRESS')))
);
create index orders_due on orders (next_attempt_at) where next_attempt_at is not null;
create index orders_by_time on orders (created_at desc, orderref);
create index orders_by_state on orders (state, created_at desc, orderref);

create table step (
  orderref text not null references orders,
  position integer not null,
  name     text not null check (name ~ '^(lookup|customer|service:[0-9]{1,9}|ticket|tags)$'),
  state    text not null default 'WAITING' check (state in
             ('WAITING', 'STARTED', 'UNCLEAR', 'FAILED', 'DONE')),
  -- of a service, as the settings had it when the order was looked up
  quantity integer check (quantity > 0),
  prorate  boolean,
  at       timestamptz,
  result   text,
  error    text,
  primary key (orderref, name),
  unique (orderref, position),
  check ((quantity is not null and prorate is not null) = (name like 'service:%'))
);

-- What happened to an order and who did it.
create table order_event (
  id       bigint generated always as identity primary key,
  orderref text not null references orders,
  at       timestamptz not null,
  event    text not null,
  actor    text not null,
  detail   text
);
create index order_event_of on order_event (orderref, id);

-- E-mail to the office: one each time that an order comes to an end or stops.
create table letter (
  id              bigint generated always as identity primary key,
  kind            text not null check (kind in
                    ('DONE', 'NEEDS_ATTENTION', 'DEAD', 'TEMPLATE_BROKEN')),
  -- an order's reference, or what else it is about
  subject         text not null,
  reason          text not null default '',
  state           text not null default 'QUEUED' check (state in ('QUEUED', 'SENT', 'FAILED', 'BY_HAND')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  error           text,
  queued_at       timestamptz not null,
  sent_at         timestamptz,
  check ((next_attempt_at is not null) = (state = 'QUEUED'))
);
create unique index letter_done_once on letter (subject) where kind = 'DONE';
-- whichever instance finds a mistake
create unique index letter_template_once on letter (subject, reason)
  where kind = 'TEMPLATE_BROKEN';
create index letter_due on letter (next_attempt_at) where next_attempt_at is not null;
create index letter_of on letter (subject, id);
