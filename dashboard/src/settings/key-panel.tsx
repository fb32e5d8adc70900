import { keyScopes } from "@parley/contracts/permissions";
import { useMemo, useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useOrganization, useOrganizationId, useSend } from "../live/index.ts";
import {
  Banner,
  Button,
  CodeBlock,
  CopyField,
  Field,
  Form,
  FormActions,
  FormField,
  Input,
  Select,
  SidePanel,
  useKitForm,
} from "../ui/index.ts";
import { useKeysTexts } from "./keys-texts.ts";
import { PermissionBoxes } from "./permission-boxes.tsx";

type NewKey = AnswerOf<"/v1/keys", "post">;

/** A new key, shown once. */
export function KeyPanel() {
  const texts = useKeysTexts();
  const organization = useOrganizationId() ?? "";
  const [made, setMade] = useState<NewKey | null>(null);
  const closeTo = at.settings(organization, "keys");
  return (
    <SidePanel title={made?.name ?? texts.newKey} closeTo={closeTo}>
      {made ? <Shown of={made} closeTo={closeTo} /> : <KeyForm onMade={setMade} />}
    </SidePanel>
  );
}

const DAY_MS = 24 * 3_600_000;
const days = { never: null, week: 7, month: 30, quarter: 90, year: 365 } as const;
type Expiry = keyof typeof days;

function KeyForm({ onMade }: { onMade: (made: NewKey) => void }) {
  const texts = useKeysTexts();
  const granted = useOrganization()?.permissions;
  const mayGive = useMemo(() => new Set<string>(granted), [granted]);
  const create = useSend("post", "/v1/keys", { onDone: onMade });
  const form = useKitForm<{ name: string; scopes: string[]; expiry: Expiry }>({
    values: { name: "", scopes: [], expiry: "never" },
    schema: () =>
      import("@parley/contracts").then(({ apiKeyInput }) =>
        apiKeyInput
          .pick({ name: true })
          .loose()
          .refine(hasScopes, { path: ["scopes"], message: texts.needsScope }),
      ),
    onSubmit: ({ name, scopes, expiry }) => {
      const left = days[expiry];
      const expiresAt = left === null ? null : new Date(Date.now() + left * DAY_MS).toISOString();
      return create.sendAsync({ body: { name, scopes, expiresAt } });
    },
  });
  const choices = Object.entries(texts.expiry).map(([value, label]) => ({ value, label }));
  return (
    <Form form={form} className="space-y-5" guard={false}>
      <FormField form={form} name="name" label={texts.name} help={texts.nameHelp}>
        {(control) => <Input {...control} maxLength={120} placeholder={texts.namePlaceholder} autoFocus />}
      </FormField>
      <FormField form={form} name="expiry" label={texts.expires} help={texts.expiresHelp}>
        {({ value, onChange, onBlur }) => (
          <Select
            value={value}
            onBlur={onBlur}
            options={choices}
            onChange={(chosen: string) => isExpiry(chosen) && onChange(chosen)}
          />
        )}
      </FormField>
      <FormField form={form} name="scopes" label={texts.scopes} help={texts.scopesHelp} group>
        {({ value, onChange }) => (
          <PermissionBoxes values={value} onChange={onChange} of={keyScopes} mayGive={mayGive} />
        )}
      </FormField>
      <FormActions form={form} always save={texts.create} />
    </Form>
  );
}

const isExpiry = (text: string): text is Expiry => Object.hasOwn(days, text);
const hasScopes = (given: object) => "scopes" in given && Array.isArray(given.scopes) && given.scopes.length > 0;

function Shown({ of: { key }, closeTo }: { of: NewKey; closeTo: string }) {
  const texts = useKeysTexts();
  return (
    <div className="space-y-5">
      <Banner tone="warning" title={texts.shownOnce}>
        {texts.shownOnceText}
      </Banner>
      <Field label={texts.key} group>
        <CopyField value={key} label={texts.key} />
      </Field>
      <CodeBlock
        title={texts.try}
        code={`curl ${location.origin}/v1/agents \\\n  -H "Authorization: Bearer ${key}"`}
        wrap
      />
      <Button look="primary" to={closeTo}>
        {texts.done}
      </Button>
    </div>
  );
}
