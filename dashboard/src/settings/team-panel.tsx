import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useGet, useList, useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import {
  Avatar,
  Button,
  ConfirmDialog,
  Form,
  FormActions,
  FormField,
  Input,
  MultiSelect,
  QueryView,
  SidePanel,
  useKitForm,
} from "../ui/index.ts";
import { useTeamsTexts } from "./teams-texts.ts";
import type { Team } from "./use-roles.ts";

/** Without an id: a new team. */
export function TeamPanel({ id }: { id?: string }) {
  const texts = useTeamsTexts();
  const organization = useOrganizationId() ?? "";
  const query = useGet("/v1/teams/{id}", { id: id ?? "" }, { enabled: id !== undefined, live: ["members"] });
  const closeTo = at.settings(organization, "teams");
  if (id === undefined) {
    return (
      <SidePanel title={texts.newTeam} closeTo={closeTo}>
        <TeamForm />
      </SidePanel>
    );
  }
  return (
    <SidePanel title={query.data?.name ?? texts.editTeam} closeTo={closeTo}>
      <QueryView query={query} skeleton="form">
        {(team) => <OneTeam team={team} />}
      </QueryView>
    </SidePanel>
  );
}

function OneTeam({ team }: { team: Team }) {
  const texts = useTeamsTexts();
  const { can } = usePermissions();
  if (can("members:write")) return <TeamForm team={team} />;
  return (
    <ul className="space-y-3" aria-label={texts.members}>
      {team.members.map(({ userId, name, image }) => (
        <li key={userId} className="flex items-center gap-3">
          <Avatar name={name} size={24} {...(image !== null && { src: image })} />
          <span className="min-w-0 truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}

function TeamForm({ team }: { team?: Team }) {
  const texts = useTeamsTexts();
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  const members = useList("/v1/members", { limit: 200 });
  const close = () => void navigate({ to: at.settings(organization, "teams") });
  const create = useSend("post", "/v1/teams", {
    done: ({ name }) => texts.created(name),
    changes: ["members"],
    onDone: close,
  });
  const change = useSend("patch", "/v1/teams/{id}", { done: texts.saved, changes: ["members"] });
  const form = useKitForm<{ name: string; members: string[] }>({
    values: { name: team?.name ?? "", members: team?.members.map(({ userId }) => userId) ?? [] },
    schema: () => import("@parley/contracts").then(({ teamInput }) => teamInput),
    onSubmit: async (body) => {
      if (team) await change.sendAsync({ params: { id: team.id }, ifMatch: team.revision, body });
      else await create.sendAsync({ body });
    },
  });
  const options = members.rows.map(({ userId, name, email }) => ({ value: userId, label: name, hint: email }));
  return (
    <Form form={form} className="space-y-5" guard={team !== undefined}>
      <FormField form={form} name="name" label={texts.name}>
        {(control) => <Input {...control} maxLength={120} placeholder={texts.namePlaceholder} autoFocus={!team} />}
      </FormField>
      <FormField form={form} name="members" label={texts.members} help={texts.membersHelp}>
        {({ value, onChange, onBlur }) => (
          <MultiSelect
            values={value}
            onChange={onChange}
            onBlur={onBlur}
            options={options}
            placeholder={texts.chooseMembers}
          />
        )}
      </FormField>
      <FormActions form={form} always={!team} save={team ? texts.save : texts.create}>
        {team && <RemoveTeam team={team} onDone={close} />}
      </FormActions>
    </Form>
  );
}

function RemoveTeam({ team: { id, name }, onDone }: { team: Team; onDone: () => void }) {
  const texts = useTeamsTexts();
  const [asking, setAsking] = useState(false);
  const remove = useSend("delete", "/v1/teams/{id}", { done: texts.removed(name), changes: ["members"], onDone });
  return (
    <>
      <Button look="danger-quiet" className="ms-auto" onClick={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.removeTitle(name)}
        description={texts.removeText}
        confirm={texts.remove}
        onConfirm={() => remove.sendAsync({ params: { id } })}
      />
    </>
  );
}
