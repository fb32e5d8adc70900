import type { MemberPermission } from "@parley/contracts/permissions";
import { Checkbox } from "../ui/index.ts";
import { usePermissionGroups } from "./permission-groups.ts";

interface PermissionBoxesProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
  /** All that could be chosen at all. */
  of: readonly MemberPermission[];
  /** What this member may give; the others are shown and cannot be chosen. */
  mayGive: ReadonlySet<string>;
}

/** Permissions to tick, under what they are about. */
export function PermissionBoxes({ values, onChange, of, mayGive }: PermissionBoxesProps) {
  const groups = usePermissionGroups(of);
  const set = (ids: readonly string[], on: boolean) => {
    const kept = values.filter((id) => !ids.includes(id));
    onChange(on ? [...kept, ...ids] : kept);
  };
  return (
    <div className="divide-y divide-line rounded-card border border-line">
      {groups.map(({ name, permissions }) => {
        const givable = permissions.map(({ id }) => id).filter((id) => mayGive.has(id));
        const chosen = permissions.filter(({ id }) => values.includes(id)).length;
        const all = chosen === 0 ? false : chosen === permissions.length ? true : "some";
        return (
          <fieldset key={name} className="p-3.5">
            <legend className="sr-only">{name}</legend>
            <Checkbox
              checked={all}
              disabled={givable.length === 0}
              onChange={() => set(givable, all !== true)}
              label={<span className="font-medium">{name}</span>}
            />
            <div className="mt-2 space-y-1.5 ps-6">
              {permissions.map(({ id, words }) => (
                <Checkbox
                  key={id}
                  checked={values.includes(id)}
                  disabled={!mayGive.has(id)}
                  onChange={(on) => set([id], on)}
                  label={words}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
