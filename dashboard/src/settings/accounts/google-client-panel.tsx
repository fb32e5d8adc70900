import { useState } from "react";
import { type AnswerOf, useGet, usePermissions, useSend } from "../../live/index.ts";
import {
  Button,
  ConfirmDialog,
  CopyField,
  Definitions,
  Form,
  FormActions,
  FormField,
  Input,
  QueryView,
  SidePanel,
  Steps,
  useKitForm,
} from "../../ui/index.ts";
import { useAccountsTexts } from "./texts.ts";

type Client = AnswerOf<"/v1/oauth-clients/google">;
const changes = ["google", "oauth-clients", "connected-accounts"];

/** The organization's own client at Google, in three steps. */
export function GoogleClientPanel({ closeTo }: { closeTo: string }) {
  const texts = useAccountsTexts();
  const { can } = usePermissions();
  const client = useGet("/v1/oauth-clients/google");
  return (
    <SidePanel title={texts.client} description={texts.clientText} closeTo={`${closeTo}?`}>
      <QueryView query={client} skeleton="form">
        {(found) => (
          <div className="space-y-6">
            <Definitions items={[{ term: texts.client, value: wordsOf(texts, found) }]} />
            <Way client={found} />
            {can("connections:write") && <ClientForm key={found.clientId} client={found} />}
          </div>
        )}
      </QueryView>
    </SidePanel>
  );
}

function wordsOf(texts: ReturnType<typeof useAccountsTexts>, { from, clientId }: Client) {
  const whose = from === null ? texts.clientNone : from === "server" ? texts.clientServer : texts.clientOwn;
  return (
    <>
      {whose}
      {clientId !== null && <span className="block font-mono text-xs wrap-anywhere text-muted">{clientId}</span>}
    </>
  );
}

function Way({ client: { redirectUri, from } }: { client: Client }) {
  const texts = useAccountsTexts();
  const state = from === null ? "now" : "done";
  return (
    <section className="space-y-4">
      <Steps
        label={texts.steps}
        steps={[
          { state, label: texts.step1, text: texts.step1Text },
          {
            state,
            label: texts.step2,
            text: (
              <>
                {texts.step2Text}
                <span className="mt-2 block">
                  <CopyField value={redirectUri} label={texts.redirectUri} />
                </span>
              </>
            ),
          },
          { state, label: texts.step3, text: `${texts.step3Text} ${texts.scope}` },
        ]}
      />
    </section>
  );
}

function ClientForm({ client: { clientId, secretHint, from } }: { client: Client }) {
  const texts = useAccountsTexts();
  const [removing, setRemoving] = useState(false);
  const { sendAsync } = useSend("put", "/v1/oauth-clients/google", { changes, done: texts.clientSaved });
  const removal = useSend("delete", "/v1/oauth-clients/google", { changes, done: texts.clientRemoved });
  const own = from === "organization";
  const form = useKitForm({
    values: { clientId: own ? (clientId ?? "") : "", clientSecret: "" },
    onSubmit: async (values) => {
      await sendAsync({ body: { clientId: values.clientId.trim(), clientSecret: values.clientSecret.trim() } });
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="clientId" label={texts.clientId} help={texts.clientIdHelp} required>
        {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormField
        form={form}
        name="clientSecret"
        label={texts.clientSecret}
        help={own && secretHint !== null ? texts.secretKept(secretHint) : undefined}
        required
      >
        {(control) => <Input {...control} type="password" mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormActions form={form} save={texts.saveClient} always>
        {own && (
          <Button look="danger-quiet" onClick={() => setRemoving(true)}>
            {texts.removeClient}
          </Button>
        )}
      </FormActions>
      <ConfirmDialog
        danger
        open={removing}
        onClose={() => setRemoving(false)}
        title={texts.removeClientTitle}
        description={texts.removeClientText}
        confirm={texts.removeClient}
        onConfirm={async () => {
          await removal.sendAsync({});
        }}
      />
    </Form>
  );
}
