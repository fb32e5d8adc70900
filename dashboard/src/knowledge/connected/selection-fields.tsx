import type { FieldValues } from "react-hook-form";
import { type List, type RowOf, useList } from "../../live/index.ts";
import { FormField, Input, type KitForm, RadioCards, Select } from "../../ui/index.ts";
import type { Provider } from "./connect-account.tsx";
import { type Chosen, FolderTree } from "./folder-tree.tsx";
import { useConnectedTexts } from "./texts.ts";

export type Account = RowOf<"/v1/connected-accounts">;

const schedules = ["15m", "1h", "6h", "1d", "1w", "1mo", "off"] as const;
type Schedule = (typeof schedules)[number];

export interface SelectionValues extends FieldValues {
  accountId: string;
  containers: Chosen[];
  schedule: Schedule;
  name: string;
}

/** The accounts of one vendor. */
export function useAccounts(provider: Provider): List<Account> {
  const list = useList("/v1/connected-accounts");
  return { ...list, rows: list.rows.filter((account) => account.provider === provider) };
}

interface FieldsProps {
  form: KitForm<SelectionValues>;
  provider: Provider;
  accounts: readonly Account[];
}

/** Which account, what of it, and how often it is looked at. */
export function SelectionFields({ form, provider, accounts }: FieldsProps) {
  const texts = useConnectedTexts();
  const account = form.hook.watch("accountId");
  const isDrive = provider === "google-drive";
  const what = isDrive ? texts.folders : texts.collections;
  return (
    <>
      <FormField form={form} name="accountId" label={texts.account} group>
        {({ value, onChange }) => (
          <RadioCards
            value={value}
            columns={1}
            onChange={(id) => {
              if (id !== value) form.hook.setValue("containers", [], { shouldDirty: true });
              onChange(id);
            }}
            options={accounts.map(({ id, name, state }) => ({
              value: id,
              label: name,
              text: texts.accountState[state],
            }))}
          />
        )}
      </FormField>
      {account !== "" && (
        <FormField
          form={form}
          name="containers"
          label={what}
          help={isDrive ? texts.foldersHelp : texts.collectionsHelp}
          group
        >
          {({ value, onChange }) => (
            <FolderTree key={account} account={account} chosen={value} onChange={onChange} label={what} />
          )}
        </FormField>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="name" label={texts.name} help={texts.nameHelp} optional>
          {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="schedule" label={texts.schedule}>
          {({ value, onChange }) => (
            <Select
              value={value}
              onChange={onChange}
              options={schedules.map((one) => ({ value: one, label: texts.schedules[one] }))}
            />
          )}
        </FormField>
      </div>
    </>
  );
}
