-- The role under which everything runs that belongs to an organization. It owns nothing, cannot log in, and is
-- subject to row-level security. The role that connects must be able to become it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'parley_app') then
    begin
      create role parley_app nologin;
    exception when duplicate_object or unique_violation then
      null; -- another database of this cluster was quicker
    end;
  end if;
  if not pg_has_role(current_user, 'parley_app', 'set') then
    grant parley_app to current_user;
  end if;
exception when insufficient_privilege then
  raise exception 'The database user may not make the role parley_app. Let an administrator run: create role parley_app nologin; grant parley_app to %', quote_ident(current_user)
    using errcode = 'insufficient_privilege';
end
$$;
