import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../../addresses.ts";
import { useOrganizationId, usePermissions, useSend } from "../../live/index.ts";
import {
  Banner,
  Button,
  ConfirmDialog,
  Definitions,
  Form,
  FormActions,
  FormField,
  Input,
  SidePanel,
  Time,
  toast,
  useKitForm,
} from "../../ui/index.ts";
import { UsedBy } from "../used-by.tsx";
import { type Account, AccountState } from "./accounts-section.tsx";
import { useAccountsTexts } from "./texts.ts";

/** One account: how it does, what is read with it, access anew. */
export function AccountPanel({ account, closeTo }: { account: Account; closeTo: string }) {
  const texts = useAccountsTexts();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const { id, name, usedBy } = account;
  const removal = useSend("delete", "/v1/connected-accounts/{id}", { changes: ["connected-accounts"] });
  const remove = async () => {
    await removal.sendAsync({ params: { id } });
    toast.done(texts.removed(name));
    await navigate({ to: closeTo });
  };
  const mayWrite = can("connections:write");
  return (
    <SidePanel
      title={name}
      description={texts.providers[account.provider]}
      closeTo={`${closeTo}?`}
      footer={
        mayWrite && (
          <Button look="danger-quiet" onClick={() => setRemoving(true)}>
            {texts.remove}
          </Button>
        )
      }
    >
      <div className="space-y-6">
        <StateOf account={account} mayWrite={mayWrite} />
        <Users account={account} />
        {mayWrite && account.provider === "intercom" && <TokenForm account={account} />}
      </div>
      <ConfirmDialog
        danger
        open={removing}
        onClose={() => setRemoving(false)}
        title={texts.removeTitle(name)}
        description={usedBy.length > 0 ? texts.removeUsed(usedBy.length) : texts.removeText}
        confirm={texts.remove}
        onConfirm={remove}
      />
    </SidePanel>
  );
}

function StateOf({ account, mayWrite }: { account: Account; mayWrite: boolean }) {
  const texts = useAccountsTexts();
  const organization = useOrganizationId() ?? "";
  const { id, message, checkedAt, provider } = account;
  const test = useSend("post", "/v1/connected-accounts/{id}/test", { changes: ["connected-accounts"] });
  const consent = useSend("post", "/v1/connected-accounts/google/consent", {
    onDone: ({ url }) => window.location.assign(url),
  });
  return (
    <div className="space-y-4">
      {message !== null && <Banner tone="danger">{message}</Banner>}
      <Definitions
        items={[
          { term: texts.state, value: <AccountState account={account} /> },
          { term: texts.checked, value: <Time at={checkedAt} /> },
        ]}
      />
      {mayWrite && (
        <div className="flex flex-wrap gap-2">
          <Button loading={test.isSending} onClick={() => test.send({ params: { id } })}>
            {texts.testNow}
          </Button>
          {provider === "google-drive" && (
            <Button
              loading={consent.isSending}
              onClick={() => consent.send({ body: { returnTo: at.settings(organization, "connections") } })}
            >
              {texts.reconnect}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function Users({ account }: { account: Account }) {
  const texts = useAccountsTexts();
  const organization = useOrganizationId() ?? "";
  const users = account.usedBy.map(({ id, name, agentId }) => ({
    id,
    name,
    to: at.agent(organization, agentId, `knowledge/sources/${id}`),
  }));
  return <UsedBy title={texts.usedBy} none={texts.nobody} users={users} />;
}

function TokenForm({ account: { region } }: { account: Account }) {
  const texts = useAccountsTexts();
  const { sendAsync } = useSend("post", "/v1/connected-accounts", { done: texts.saved });
  const form = useKitForm({
    values: { token: "" },
    onSubmit: async ({ token }) => {
      await sendAsync({ body: { provider: "intercom", token: token.trim(), region: region ?? "us" } });
      form.discard();
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="token" label={texts.newToken} help={texts.newTokenHelp}>
        {(control) => <Input {...control} type="password" mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormActions form={form} save={texts.saveToken} />
    </Form>
  );
}
