import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useOrganization, useOrganizationId, useSend } from "../live/index.ts";
import {
  Badge,
  Banner,
  Button,
  CopyField,
  Field,
  Form,
  FormActions,
  FormField,
  MultiSelect,
  Select,
  SidePanel,
  TagInput,
  toast,
  useKitForm,
} from "../ui/index.ts";
import { useMembersTexts } from "./members-texts.ts";
import { useRoleOptions, useTeams } from "./use-roles.ts";

type Results = AnswerOf<"/v1/invitations", "post">["data"];

/** Several people at once, with the role and the teams that they get. */
export function InvitePanel() {
  const texts = useMembersTexts();
  const organization = useOrganizationId() ?? "";
  const sendsMail = useOrganization()?.mailIsSent ?? true;
  const [results, setResults] = useState<Results | null>(null);
  return (
    <SidePanel
      title={texts.invite}
      description={sendsMail ? texts.inviteText : texts.inviteTextByHand}
      closeTo={at.settings(organization, "members")}
    >
      {results === null ? (
        <InviteForm sendsMail={sendsMail} onDone={setResults} />
      ) : (
        <Outcome results={results} onAgain={() => setResults(null)} />
      )}
    </SidePanel>
  );
}

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function InviteForm({ sendsMail, onDone }: { sendsMail: boolean; onDone: (results: Results) => void }) {
  const texts = useMembersTexts();
  const roles = useRoleOptions();
  const teams = useTeams();
  const invite = useSend("post", "/v1/invitations", { changes: ["invitations"] });
  const form = useKitForm<{ emails: string[]; role: string; teams: string[] }>({
    values: { emails: [], role: "editor", teams: [] },
    schema: () => import("@parley/contracts").then(({ invitationInput }) => invitationInput),
    onSubmit: async (given) => {
      const { data } = await invite.sendAsync({ body: given });
      const sent = data.filter(({ outcome }) => outcome !== "member").length;
      if (sendsMail && sent > 0) toast.done(texts.invitedCount(sent));
      onDone(data);
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="emails" label={texts.emails} help={texts.emailsHelp}>
        {({ value, onChange, onBlur }) => (
          <TagInput
            values={value}
            onChange={onChange}
            onBlur={onBlur}
            split={/[\s,;]+/}
            max={50}
            placeholder={texts.emailsPlaceholder}
            validate={(text) => (ADDRESS.test(text) ? undefined : texts.notAnAddress(text))}
          />
        )}
      </FormField>
      <FormField form={form} name="role" label={texts.role} help={texts.roleHelp}>
        {({ ref: _ref, ...control }) => <Select {...control} options={roles} />}
      </FormField>
      {teams.length > 0 && (
        <FormField form={form} name="teams" label={texts.teams} help={texts.teamsHelp} optional>
          {({ value, onChange, onBlur }) => (
            <MultiSelect
              values={value}
              onChange={onChange}
              onBlur={onBlur}
              placeholder={texts.chooseTeams}
              options={teams.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FormField>
      )}
      <FormActions form={form} always save={sendsMail ? texts.send : texts.makeLinks} />
    </Form>
  );
}

function Outcome({ results, onAgain }: { results: Results; onAgain: () => void }) {
  const texts = useMembersTexts();
  const tones = { invited: "success", again: "success", member: "neutral" } as const;
  return (
    <div className="space-y-4">
      {results.some(({ link }) => link !== null) && <Banner tone="info">{texts.passOn}</Banner>}
      <ul aria-label={texts.results} className="divide-y divide-line">
        {results.map(({ email, outcome, link }) => (
          <li key={email} className="space-y-2 py-3 first:pt-0">
            <p className="flex items-center justify-between gap-3">
              <span className="min-w-0 truncate font-medium">{email}</span>
              <Badge tone={tones[outcome]}>{texts.outcomes[outcome]}</Badge>
            </p>
            {link !== null && (
              <Field label={texts.link} group>
                <CopyField value={link} label={texts.link} />
              </Field>
            )}
          </li>
        ))}
      </ul>
      <Button onClick={onAgain}>{texts.inviteMore}</Button>
    </div>
  );
}
