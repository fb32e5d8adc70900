/**
 * What the organizations' role may touch: every table with row-level security, and nothing else. A table with a trigger
 * named `..._append_only` can only be read and added to.
 */
import type { Session } from "./engine.ts";

export async function grantAccess(session: Session): Promise<void> {
  await session.script(`
    grant usage on schema public to parley_app;
    do $$
    declare guarded record;
    begin
      for guarded in
        select c.oid::regclass as name, c.relrowsecurity as secured, exists (
        select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname like '%\\_append\\_only'
      ) as append_only from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      loop
        if guarded.secured and guarded.append_only then
          execute format('revoke all on %s from parley_app', guarded.name);
          execute format('grant select, insert on %s to parley_app', guarded.name);
        elsif guarded.secured then
          execute format('grant select, insert, update, delete on %s to parley_app', guarded.name);
        else
          execute format('revoke all on %s from parley_app', guarded.name);
        end if;
      end loop;
    end
    $$`);
}
