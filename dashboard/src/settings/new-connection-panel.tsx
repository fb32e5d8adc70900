import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { isProblem, useSend } from "../live/index.ts";
import {
  Button,
  Field,
  Form,
  FormActions,
  FormField,
  Input,
  type KitForm,
  RadioCards,
  SidePanel,
  toast,
  useKitForm,
} from "../ui/index.ts";
import { useConnectionsTexts } from "./connections-texts.ts";

const vendors = ["groq", "openai", "anthropic", "compatible"] as const;
type Vendor = (typeof vendors)[number];

interface Values {
  name: string;
  key: string;
  baseUrl: string;
  model: string;
}

/** One question after the other: which vendor, which key. The test is part of saving. */
export function NewConnectionPanel({ closeTo }: { closeTo: string }) {
  const texts = useConnectionsTexts();
  const [vendor, setVendor] = useState<Vendor>("groq");
  return (
    <SidePanel title={texts.connect} description={texts.connectionsText} closeTo={`${closeTo}?`}>
      <div className="space-y-6">
        <Field label={texts.vendor} group>
          <RadioCards
            value={vendor}
            columns={2}
            onChange={setVendor}
            options={vendors.map((value) => ({ value, label: texts.vendors[value], text: texts.vendorTexts[value] }))}
          />
        </Field>
        <VendorForm key={vendor} vendor={vendor} closeTo={closeTo} />
      </div>
    </SidePanel>
  );
}

function VendorForm({ vendor, closeTo }: { vendor: Vendor; closeTo: string }) {
  const texts = useConnectionsTexts();
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const isOther = vendor === "compatible";
  const { sendAsync } = useSend("post", "/v1/connections", { changes: ["connections"] });
  const connect = async ({ name, key, baseUrl, model }: Values, evenIfFailing: boolean) => {
    const optional = (text: string) => (text.trim() === "" ? undefined : text.trim());
    try {
      await sendAsync({
        body: {
          vendor,
          name: name.trim() || texts.vendors[vendor],
          key: optional(key),
          baseUrl: optional(baseUrl),
          model: optional(model),
          evenIfFailing,
        },
      });
    } catch (error) {
      setFailed(isProblem(error, "vendor_refused"));
      throw error;
    }
    toast.done(texts.connected(name));
    form.discard();
    await navigate({ to: closeTo });
  };
  const form = useKitForm<Values>({
    values: { name: isOther ? "" : texts.vendors[vendor], key: "", baseUrl: "", model: "" },
    onSubmit: (values) => connect(values, false),
  });
  return (
    <Form form={form} className="space-y-5" guard={false}>
      {isOther && <AddressField form={form} isOther={isOther} />}
      <FormField
        form={form}
        name="key"
        label={texts.key}
        optional={isOther}
        help={isOther ? texts.keyHelpOptional : texts.keyHelp(texts.vendors[vendor])}
      >
        {(control) => <Input {...control} type="password" mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormField form={form} name="name" label={texts.name} help={texts.nameHelp}>
        {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
      </FormField>
      <details className="group" open={isOther}>
        <summary className="cursor-pointer rounded-control text-sm text-muted hover:text-text">
          {texts.advanced}
        </summary>
        <div className="mt-4 space-y-5">
          {!isOther && <AddressField form={form} isOther={isOther} />}
          <FormField form={form} name="model" label={texts.model} help={texts.modelHelp} optional>
            {(control) => <Input {...control} mono autoComplete="off" spellCheck={false} />}
          </FormField>
        </div>
      </details>
      <FormActions form={form} save={texts.testAndConnect} always>
        {failed && (
          <Button
            onClick={() =>
              void connect(form.hook.getValues(), true).catch((error: Error) => toast.problem(error.message))
            }
          >
            {texts.saveAnyway}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}

function AddressField({ form, isOther }: { form: KitForm<Values>; isOther: boolean }) {
  const texts = useConnectionsTexts();
  return (
    <FormField
      form={form}
      name="baseUrl"
      label={texts.baseUrl}
      optional={!isOther}
      help={isOther ? `${texts.baseUrlHelp} ${texts.privateHelp}` : texts.baseUrlOther}
    >
      {(control) => (
        <Input {...control} type="url" mono placeholder={isOther ? texts.baseUrlPlaceholder : ""} autoComplete="off" />
      )}
    </FormField>
  );
}
