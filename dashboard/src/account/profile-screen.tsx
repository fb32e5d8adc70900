import { ArrowDownTrayIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import { useLookChoices } from "../frame/look-choices.ts";
import { type AnswerOf, useGet, useSend } from "../live/index.ts";
import {
  Badge,
  Button,
  Combobox,
  Field,
  Form,
  FormActions,
  FormField,
  FormSection,
  Input,
  SegmentedControl,
  useKitForm,
} from "../ui/index.ts";
import { AccountPage } from "./account-page.tsx";
import { ChangeEmailDialog } from "./change-email-dialog.tsx";
import { DeleteAccountDialog } from "./delete-account-dialog.tsx";
import { useAccountTexts } from "./texts.ts";

type Me = AnswerOf<"/v1/me">;

/** One's own account. */
export function ProfileScreen() {
  const texts = useAccountTexts();
  return (
    <AccountPage title={texts.profile}>
      {(person) => (
        <>
          <FormSection id="you" title={texts.you} text={texts.youText}>
            <NameForm me={person} />
          </FormSection>
          <FormSection id="email" title={texts.email} text={texts.emailText}>
            <EmailLine me={person} />
          </FormSection>
          <FormSection id="appearance" title={texts.appearance} text={texts.appearanceText}>
            <Appearance />
          </FormSection>
          <FormSection id="data" title={texts.yourData} text={texts.yourDataText}>
            <Button icon={ArrowDownTrayIcon} onClick={() => location.assign("/v1/me/export")}>
              {texts.exportData}
            </Button>
          </FormSection>
          <FormSection id="delete" title={texts.deleteAccount} text={texts.deleteAccountText}>
            <DeleteAccount me={person} />
          </FormSection>
        </>
      )}
    </AccountPage>
  );
}

/** Stands for the zone of the browser, whichever that is. */
const OF_BROWSER = "browser";

function NameForm({ me }: { me: Me }) {
  const texts = useAccountTexts();
  const save = useSend("patch", "/v1/me", { changes: ["me", "members"] });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
  const form = useKitForm({
    values: { name: me.name, timeZone: me.timeZone ?? OF_BROWSER },
    onSubmit: ({ name, timeZone }) =>
      save.sendAsync({ body: { name, timeZone: timeZone === OF_BROWSER ? null : timeZone } }),
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="name" label={texts.name}>
        {(control) => <Input {...control} autoComplete="name" maxLength={120} />}
      </FormField>
      <FormField form={form} name="timeZone" label={texts.timeZone} help={texts.timeZoneHelp}>
        {({ value, onChange }) => (
          <Combobox
            value={value}
            onChange={onChange}
            options={[{ value: OF_BROWSER, label: texts.timeZoneOfBrowser(here) }, ...zones]}
          />
        )}
      </FormField>
      <FormActions form={form} />
    </Form>
  );
}

function EmailLine({ me }: { me: Me }) {
  const texts = useAccountTexts();
  const [open, setOpen] = useState(false);
  const again = useSend("post", "/v1/me/verification-mails", { done: texts.confirmSent });
  const sendsMail = useGet("/v1/auth/options").data?.mailIsSent;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 font-medium wrap-anywhere">{me.email}</span>
        {!me.emailVerified && <Badge tone="warning">{texts.unconfirmed}</Badge>}
        <span className="ms-auto flex gap-2">
          {!me.emailVerified && sendsMail && (
            <Button loading={again.isSending} onClick={() => again.send({})}>
              {texts.confirmAgain}
            </Button>
          )}
          <Button onClick={() => setOpen(true)}>{texts.changeEmail}</Button>
        </span>
      </div>
      {!me.emailVerified && sendsMail === false && (
        <p className="text-sm text-pretty text-muted">{texts.unconfirmedNoMail}</p>
      )}
      {open && <ChangeEmailDialog me={me} onClose={() => setOpen(false)} />}
    </>
  );
}

function Appearance() {
  const { theme, density } = useLookChoices();
  return (
    <>
      <Field label={theme.title} group>
        <SegmentedControl label={theme.title} {...theme} />
      </Field>
      <Field label={density.title} group>
        <SegmentedControl label={density.title} {...density} />
      </Field>
    </>
  );
}

function DeleteAccount({ me }: { me: Me }) {
  const texts = useAccountTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="danger-quiet" onClick={() => setOpen(true)}>
        {texts.deleteAccount}
      </Button>
      {open && <DeleteAccountDialog me={me} onClose={() => setOpen(false)} />}
    </>
  );
}
