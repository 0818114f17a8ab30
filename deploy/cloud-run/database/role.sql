-- One service's role, which owns its schema and nothing else, and can neither read nor use another's.
-- Run by an administrator who may create roles and owns the database, as often as one likes, with the
-- parameters bridges.role and bridges.password; the schema has the name of the role.
do $body$
declare
  service text := current_setting('bridges.role');
  secret text := current_setting('bridges.password');
begin
  if service !~ '^[a-z]{1,63}$' or length(secret) < 32 then
    raise exception 'bridges.role must be a name, bridges.password at least 32 characters long';
  end if;
  if not exists (select from pg_roles where rolname = service) then
    execute format('create role %I', service);
  end if;
  execute format('alter role %I login nocreatedb nocreaterole noinherit password %L', service, secret);
  -- its transactions do not stay open for hours, whatever becomes of the instance
  execute format('alter role %I set idle_in_transaction_session_timeout = %L', service, '5min');

  -- nobody is anybody here unless it is said
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to %I', current_database(), service);
  revoke all on schema public from public;

  -- to give away a schema one must be a member of the role that gets it; only for that moment
  if not exists (select from pg_namespace where nspname = service) then
    execute format('grant %I to current_user', service);
    execute format('create schema %I authorization %I', service, service);
    execute format('revoke %I from current_user', service);
  end if;
end
$body$;
