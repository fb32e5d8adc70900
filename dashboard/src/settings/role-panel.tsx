import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { permissions } from "@parley/contracts/permissions";
import { at } from "../addresses.ts";
import { useOrganization, useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import {
  Button,
  ConfirmDialog,
  Field,
  Form,
  FormActions,
  FormField,
  Input,
  Select,
  SidePanel,
  useKitForm,
} from "../ui/index.ts";
import { PermissionBoxes } from "./permission-boxes.tsx";
import { useRolesTexts } from "./roles-texts.ts";
import { mayRule, type Role, useRoleOptions } from "./use-roles.ts";

const grantable = permissions.filter((name) => name !== "organization:own");

/** Without a role: a new one. */
export function RolePanel({ role }: { role?: Role }) {
  const texts = useRolesTexts();
  const organization = useOrganizationId() ?? "";
  return (
    <SidePanel
      title={role?.name ?? texts.newRole}
      {...(role && { description: texts.count(role.members) })}
      closeTo={at.settings(organization, "roles")}
    >
      <RoleForm role={role} />
    </SidePanel>
  );
}

function RoleForm({ role }: { role: Role | undefined }) {
  const texts = useRolesTexts();
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  const { can } = usePermissions();
  const granted = useOrganization()?.permissions;
  const mayGive = useMemo(() => new Set<string>(granted), [granted]);
  const mayEdit = can("members:write") && (role === undefined || (!role.builtIn && mayRule(role, mayGive)));
  const close = () => void navigate({ to: at.settings(organization, "roles") });
  const create = useSend("post", "/v1/roles", { done: ({ name }) => texts.created(name), onDone: close });
  const change = useSend("patch", "/v1/roles/{id}", { done: texts.saved, changes: ["members", "organization"] });
  const form = useKitForm<{ name: string; permissions: string[] }>({
    values: { name: role?.name ?? "", permissions: role?.permissions ?? [] },
    schema: () => import("@parley/contracts").then(({ roleInput }) => roleInput),
    onSubmit: async (body) => {
      if (role) await change.sendAsync({ params: { id: role.id }, ifMatch: role.revision, body });
      else await create.sendAsync({ body });
    },
  });
  return (
    <Form form={form} className="space-y-5" guard={role !== undefined}>
      <FormField form={form} name="name" label={texts.name}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            placeholder={texts.namePlaceholder}
            disabled={!mayEdit}
            autoFocus={!role}
          />
        )}
      </FormField>
      <FormField form={form} name="permissions" label={texts.permissions} help={texts.permissionsHelp} group>
        {({ value, onChange }) => (
          <PermissionBoxes values={value} onChange={onChange} of={grantable} mayGive={mayEdit ? mayGive : nothing} />
        )}
      </FormField>
      {mayEdit && (
        <FormActions form={form} always={!role} save={role ? texts.save : texts.create}>
          {role && <RemoveRole role={role} onDone={close} />}
        </FormActions>
      )}
    </Form>
  );
}

const nothing: ReadonlySet<string> = new Set();

function RemoveRole({ role: { id, name, members }, onDone }: { role: Role; onDone: () => void }) {
  const texts = useRolesTexts();
  const [asking, setAsking] = useState(false);
  const [replacement, setReplacement] = useState("analyst");
  const options = useRoleOptions().filter(({ value }) => value !== id);
  const remove = useSend("delete", "/v1/roles/{id}", { done: texts.removed(name), changes: ["members"], onDone });
  return (
    <>
      <Button look="danger-quiet" className="ms-auto" onClick={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeTitle(name)}
        description={texts.removeUsedText(members)}
        confirm={texts.remove}
        onConfirm={() => remove.sendAsync({ params: { id, replacement } })}
      >
        <Field label={texts.replacement}>
          <Select value={replacement} onChange={setReplacement} options={options} />
        </Field>
      </ConfirmDialog>
    </>
  );
}
