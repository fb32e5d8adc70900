import { ChevronRightIcon, PlusIcon } from "@heroicons/react/16/solid";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AccountFrame } from "../account/account-frame.tsx";
import { at } from "../addresses.ts";
import { type RowOf, useGet, useMe, useSend, useSignOut } from "../live/index.ts";
import {
  Avatar,
  Button,
  Form,
  FormField,
  Input,
  LoadFailure,
  QueryView,
  RouteLink,
  Skeleton,
  useKitForm,
} from "../ui/index.ts";
import { FormProblem } from "../account/form-problem.tsx";
import { useOrganizationsTexts } from "./texts.ts";

type Mine = RowOf<"/v1/organizations">;

/** Where to work: one's organizations, and a new one where the server lets. */
export function ChooseOrganizationScreen() {
  const texts = useOrganizationsTexts();
  const query = useGet("/v1/organizations", { limit: 100 }, { live: ["members"] });
  if (query.error && !query.data) {
    if (query.error.status === 401) return null;
    return <LoadFailure error={query.error} onRetry={query.refetch} />;
  }
  const none = query.data?.data.length === 0;
  const mayCreate = query.data?.mayCreate ?? false;
  return (
    <AccountFrame
      title={none ? texts.noneTitle : texts.title}
      text={!none ? texts.text : mayCreate ? texts.noneText : texts.noneClosed}
      footer={<SignedInAs />}
    >
      <QueryView query={query} skeleton={<Waiting />}>
        {({ data }) => (
          <>
            {data.length > 0 && <Organizations rows={data} />}
            {mayCreate && <NewOrganization open={none} />}
          </>
        )}
      </QueryView>
    </AccountFrame>
  );
}

function Waiting() {
  return (
    <div className="space-y-2">
      <Skeleton className="h-14" />
      <Skeleton className="h-14" />
    </div>
  );
}

function Organizations({ rows }: { rows: readonly Mine[] }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line">
      {rows.map(({ id, name, role }) => (
        <li key={id}>
          <RouteLink to={at.home(id)} className="flex items-center gap-3 px-3.5 py-3 hover:bg-hover">
            <Avatar square size={32} name={name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-sm text-muted">{role.name}</span>
            </span>
            <ChevronRightIcon aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
          </RouteLink>
        </li>
      ))}
    </ul>
  );
}

function NewOrganization({ open: always }: { open: boolean }) {
  const texts = useOrganizationsTexts();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const create = useSend("post", "/v1/organizations", { changes: ["organizations"] });
  const form = useKitForm({
    values: { name: "" },
    schema: () => import("@parley/contracts").then(({ organizationInput }) => organizationInput.pick({ name: true })),
    onSubmit: async (body) => {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const { id } = await create.sendAsync({ body: { ...body, timeZone } });
      void navigate({ to: at.home(id) });
    },
  });
  if (!always && !open) {
    return (
      <Button icon={PlusIcon} wide size="large" onClick={() => setOpen(true)}>
        {texts.make}
      </Button>
    );
  }
  return (
    <Form form={form} guard={false} className="space-y-4">
      <FormField form={form} name="name" label={texts.name} help={texts.nameHelp}>
        {(control) => (
          <Input
            {...control}
            maxLength={120}
            placeholder={texts.namePlaceholder}
            autoComplete="organization"
            autoFocus
          />
        )}
      </FormField>
      <FormProblem form={form} />
      <Button type="submit" look="primary" size="large" wide loading={form.state === "saving"}>
        {texts.create}
      </Button>
    </Form>
  );
}

function SignedInAs() {
  const texts = useOrganizationsTexts();
  const me = useMe();
  const signOut = useSignOut();
  if (!me) return null;
  return (
    <>
      {texts.signedInAs(me.email)}{" "}
      <button
        type="button"
        className="rounded-control font-medium text-accent-text hover:underline"
        onClick={() => void signOut()}
      >
        {texts.signOut}
      </button>
    </>
  );
}
