import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { at, withQuery } from "../../addresses.ts";
import { useAgentId, useOrganizationId, usePermissions, useSearchState, useSend } from "../../live/index.ts";
import { Banner, Button, Form, FormActions, QueryView, SidePanel, useKitForm } from "../../ui/index.ts";
import { useKnowledgeTexts } from "../texts.ts";
import { ConnectAccount, type Provider } from "./connect-account.tsx";
import { type Account, SelectionFields, type SelectionValues, useAccounts } from "./selection-fields.tsx";
import { useConnectedTexts } from "./texts.ts";

/** Folders of a Drive, or a help centre: connect an account, choose, read. */
export function AddConnectedPanel({ provider, choice }: { provider: Provider; choice: ReactNode }) {
  const all = useKnowledgeTexts();
  const texts = useConnectedTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const { can } = usePermissions();
  return (
    <SidePanel title={all.addSource} closeTo={`${at.agent(organization, agent, "knowledge/sources")}?`}>
      <div className="space-y-6">
        {choice}
        {can("connections:read") ? (
          <OfAccounts key={provider} provider={provider} />
        ) : (
          <Banner tone="info">{texts.mayNotSee}</Banner>
        )}
      </div>
    </SidePanel>
  );
}

function OfAccounts({ provider }: { provider: Provider }) {
  const texts = useConnectedTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const [search, setSearch] = useSearchState();
  const [adding, setAdding] = useState(false);
  const { can } = usePermissions();
  const { rows, isPending, error, refetch } = useAccounts(provider);
  const returnTo = withQuery(at.agent(organization, agent, "knowledge/sources/new"), { type: provider });
  const connect = (
    <ConnectAccount
      provider={provider}
      returnTo={returnTo}
      onConnected={(account) => {
        setAdding(false);
        setSearch({ account });
      }}
    />
  );
  return (
    <QueryView query={{ data: isPending ? undefined : rows, error, isPending, refetch }} skeleton="form">
      {(accounts) => {
        if (accounts.length === 0 || adding) return connect;
        const wanted = accounts.find(({ id }) => id === search["account"]) ?? accounts.at(-1);
        return (
          <div className="space-y-4">
            <SelectionForm key={wanted?.id} {...{ provider, accounts, first: wanted?.id ?? "" }} />
            {can("connections:write") && (
              <Button look="ghost" onClick={() => setAdding(true)}>
                {texts.addAccount}
              </Button>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}

interface SelectionFormProps {
  provider: Provider;
  accounts: readonly Account[];
  first: string;
}

function SelectionForm({ provider, accounts, first }: SelectionFormProps) {
  const all = useKnowledgeTexts();
  const texts = useConnectedTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const { sendAsync } = useSend("post", "/v1/agents/{id}/sources", {
    changes: ["agents", "connected-accounts"],
    done: all.added,
    onDone: ({ id }) => void navigate({ to: at.agent(organization, agent, `knowledge/sources/${id}`) }),
  });
  const form = useKitForm<SelectionValues>({
    values: { accountId: first, containers: [], schedule: provider === "google-drive" ? "1h" : "6h", name: "" },
    onSubmit: async ({ accountId, containers, schedule, name }) => {
      if (provider === "google-drive" && containers.length === 0) throw noFolder(texts.chooseOne);
      const settings = { accountId, containers: [...containers] };
      const body = { type: provider, settings, schedule, ...(name.trim() !== "" && { name: name.trim() }) };
      await sendAsync({ params: { id: agent }, body });
    },
  });
  return (
    <Form form={form} className="space-y-5" guard={false}>
      <SelectionFields form={form} provider={provider} accounts={accounts} />
      <FormActions form={form} save={texts.read} always />
    </Form>
  );
}

/** A refusal at the field of the folders, as the server would write it. */
export function noFolder(message: string): Error {
  return Object.assign(new Error(message), { field: "containers" });
}
