import { useGet, usePermissions, useSend } from "../../live/index.ts";
import { at } from "../../addresses.ts";
import { useOrganizationId } from "../../live/index.ts";
import {
  Banner,
  Button,
  Form,
  FormActions,
  FormField,
  Input,
  QueryView,
  Select,
  Steps,
  useKitForm,
} from "../../ui/index.ts";
import { useConnectedTexts } from "./texts.ts";

export type Provider = "google-drive" | "intercom";

interface ConnectProps {
  provider: Provider;
  /** Where to come back to from Google. */
  returnTo: string;
  onConnected: (id: string) => void;
}

/** The way to a first account, or to another one. */
export function ConnectAccount({ provider, returnTo, onConnected }: ConnectProps) {
  const texts = useConnectedTexts();
  const { can } = usePermissions();
  if (!can("connections:write")) return <Banner tone="info">{texts.askAdmin}</Banner>;
  return provider === "intercom" ? (
    <ConnectIntercom onConnected={onConnected} />
  ) : (
    <ConnectGoogle returnTo={returnTo} />
  );
}

function ConnectGoogle({ returnTo }: { returnTo: string }) {
  const texts = useConnectedTexts();
  const client = useGet("/v1/oauth-clients/google");
  const { send, isSending } = useGoogleConsent();
  return (
    <QueryView query={client} skeleton="text">
      {({ from }) =>
        from === null ? (
          <SetUpGoogle />
        ) : (
          <div className="space-y-3">
            <p className="text-pretty text-muted">{texts.connectGoogleText}</p>
            <Button look="primary" loading={isSending} onClick={() => send({ body: { returnTo } })}>
              {texts.connectGoogle}
            </Button>
          </div>
        )
      }
    </QueryView>
  );
}

/** Leaves for Google's page; the way back is a screen of its own. */
export function useGoogleConsent() {
  return useSend("post", "/v1/connected-accounts/google/consent", {
    onDone: ({ url }) => window.location.assign(url),
  });
}

function SetUpGoogle() {
  const texts = useConnectedTexts();
  const organization = useOrganizationId() ?? "";
  return (
    <section className="space-y-4 rounded-card border border-line p-4">
      <div>
        <h3 className="font-medium">{texts.setUp}</h3>
        <p className="mt-1 text-pretty text-muted">{texts.setUpText}</p>
      </div>
      <Steps label={texts.setUpLabel} steps={texts.setUpSteps.map((step) => ({ ...step, state: "now" as const }))} />
      <Button look="primary" to={`${at.settings(organization, "connections")}?client=google`}>
        {texts.openSettings}
      </Button>
    </section>
  );
}

type Region = "us" | "eu" | "au";
const regions = ["us", "eu", "au"] as const;

function ConnectIntercom({ onConnected }: { onConnected: (id: string) => void }) {
  const texts = useConnectedTexts();
  const { sendAsync } = useSend("post", "/v1/connected-accounts", {
    done: ({ name }) => texts.connected(name),
    onDone: ({ id }) => onConnected(id),
  });
  const form = useKitForm<{ token: string; region: Region }>({
    values: { token: "", region: "us" },
    onSubmit: async ({ token, region }) => {
      await sendAsync({ body: { provider: "intercom", token: token.trim(), region } });
    },
  });
  return (
    <Form form={form} className="space-y-5" guard={false}>
      <FormField form={form} name="token" label={texts.token} help={texts.tokenHelp} required>
        {(control) => <Input {...control} type="password" mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="region" label={texts.region}>
        {({ value, onChange }) => (
          <Select
            value={value}
            onChange={onChange}
            options={regions.map((region) => ({ value: region, label: texts.regions[region] }))}
          />
        )}
      </FormField>
      <FormActions form={form} save={texts.connect} always />
    </Form>
  );
}
