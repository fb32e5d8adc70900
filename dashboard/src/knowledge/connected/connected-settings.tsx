import { useSend } from "../../live/index.ts";
import { Form, FormActions, QueryView, useKitForm } from "../../ui/index.ts";
import type { Source } from "../source-status.tsx";
import { noFolder } from "./add-connected-panel.tsx";
import { type Account, SelectionFields, type SelectionValues, useAccounts } from "./selection-fields.tsx";
import { useConnectedTexts } from "./texts.ts";

export type Connected = Extract<Source, { type: "google-drive" | "intercom" }>;

/** Another account, other folders, another name. What is chosen anew is read at once. */
export function ConnectedSettings({ source }: { source: Connected }) {
  const { rows, isPending, error, refetch } = useAccounts(source.type);
  return (
    <QueryView query={{ data: isPending ? undefined : rows, error, isPending, refetch }} skeleton="form">
      {(accounts) => <SettingsForm source={source} accounts={accounts} />}
    </QueryView>
  );
}

function SettingsForm({ source, accounts }: { source: Connected; accounts: readonly Account[] }) {
  const texts = useConnectedTexts();
  const { settings, schedule, name } = source;
  const isThere = accounts.some(({ id }) => id === settings.accountId);
  const { sendAsync } = useSend("patch", "/v1/sources/{id}", {
    changes: ["agents", "pages", "documents", "connected-accounts"],
    done: ({ status }) => (status === "queued" || status === "running" ? texts.readingNow : texts.saved),
  });
  const form = useKitForm<SelectionValues>({
    values: { accountId: isThere ? settings.accountId : "", containers: settings.containers, schedule, name },
    onSubmit: async (values) => {
      if (source.type === "google-drive" && values.containers.length === 0) throw noFolder(texts.chooseOne);
      const selection = { accountId: values.accountId, containers: [...values.containers] };
      const isOther = JSON.stringify(selection) !== JSON.stringify(settings);
      const title = values.name.trim();
      await sendAsync({
        params: { id: source.id },
        ifMatch: source.revision,
        body: { schedule: values.schedule, ...(title !== "" && { name: title }), ...(isOther && { selection }) },
      });
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <SelectionFields form={form} provider={source.type} accounts={accounts} />
      <FormActions form={form} />
    </Form>
  );
}
