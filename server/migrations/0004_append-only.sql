-- The audit log is only ever added to, whoever asks, the owner of the table included. The one exception is the
-- transaction that removes the whole organization, which names it in a setting that ends with that transaction.
create function audit_entries_stand() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
    and old.organization::text = nullif(current_setting('parley.removing_organization', true), '') then
    return old;
  end if;
  raise exception 'the audit log is append-only' using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function audit_entries_stand();
--> statement-breakpoint
create trigger audit_entries_whole before truncate on audit_entries
  for each statement execute function audit_entries_stand();
