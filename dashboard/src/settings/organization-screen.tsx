import { useMemo } from "react";
import { type AnswerOf, useOrganizationId, useOrganizationQuery, usePermissions, useSend } from "../live/index.ts";
import {
  Combobox,
  CopyField,
  Field,
  Form,
  FormActions,
  FormField,
  FormSection,
  Input,
  Page,
  QueryView,
  useKitForm,
} from "../ui/index.ts";
import { languageOptions, timeZoneOptions } from "./choices.ts";
import { DangerZone } from "./danger-zone.tsx";
import { OwnData } from "./own-data.tsx";
import { Ownership } from "./ownership.tsx";
import { useSettingsTexts } from "./texts.ts";

type Organization = AnswerOf<"/v1/organizations/{id}">;

/** What the organization is called, who owns it, and the ways out of it. */
export function OrganizationScreen() {
  const texts = useSettingsTexts();
  const query = useOrganizationQuery();
  const { can } = usePermissions();
  return (
    <Page title={texts.organization} description={texts.organizationText} width="normal">
      <QueryView query={query} skeleton="form">
        {(organization) => (
          <>
            <General organization={organization} />
            {can("organization:own") && <OwnData organization={organization} />}
            <Ownership organization={organization} />
            {can("organization:own") && <DangerZone organization={organization} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

const NONE = "";

function General({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  const id = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const change = useSend("patch", "/v1/organizations/{id}", { done: texts.saved, changes: ["organization"] });
  const zones = useMemo(() => [{ value: NONE, label: texts.timeZoneOwn }, ...timeZoneOptions()], [texts]);
  const languages = useMemo(() => [{ value: NONE, label: texts.languageNone }, ...languageOptions()], [texts]);
  const mayNot = !can("organization:write");
  const form = useKitForm({
    values: {
      name: organization.name,
      timeZone: organization.timeZone ?? NONE,
      language: organization.language ?? NONE,
    },
    onSubmit: ({ name, timeZone, language }) =>
      change.sendAsync({
        params: { id },
        ifMatch: organization.revision,
        body: { name, timeZone: timeZone || null, language: language || null },
      }),
  });
  return (
    <FormSection id="general" title={texts.general} text={texts.generalText}>
      <Form form={form} className="space-y-5">
        <FormField form={form} name="name" label={texts.name} help={texts.nameHelp}>
          {(control) => <Input {...control} maxLength={120} disabled={mayNot} autoComplete="organization" />}
        </FormField>
        <FormField form={form} name="timeZone" label={texts.timeZone} help={texts.timeZoneHelp}>
          {({ ref: _ref, ...control }) => <Combobox {...control} options={zones} disabled={mayNot} />}
        </FormField>
        <FormField form={form} name="language" label={texts.language} help={texts.languageHelp}>
          {({ ref: _ref, ...control }) => <Combobox {...control} options={languages} disabled={mayNot} />}
        </FormField>
        <Field label={texts.id} help={texts.idHelp} group>
          <CopyField value={organization.id} label={texts.id} />
        </Field>
        {!mayNot && <FormActions form={form} save={texts.save} />}
      </Form>
    </FormSection>
  );
}
