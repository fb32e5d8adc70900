import { ArrowPathIcon, EllipsisHorizontalIcon, XMarkIcon } from "@heroicons/react/20/solid";
import { useState } from "react";
import { type RowOf, useList, useOrganization, usePermissions, useSend } from "../live/index.ts";
import {
  Badge,
  Button,
  type Column,
  CopyField,
  DataTable,
  Dialog,
  Empty,
  IconButton,
  LoadMore,
  Menu,
  MenuItem,
  RowsView,
  Status,
  Time,
  toast,
} from "../ui/index.ts";
import { useMembersTexts } from "./members-texts.ts";

type Invitation = RowOf<"/v1/invitations">;
const tones = { pending: "info", accepted: "success", expired: "warning", revoked: "neutral" } as const;

/** Invitations with their states; open ones can be sent again or withdrawn. */
export function InvitationsList({ narrow }: { narrow: boolean }) {
  const texts = useMembersTexts();
  const list = useList("/v1/invitations", { limit: 50 }, { live: ["roles", "teams"] });
  const [link, setLink] = useState<{ email: string; link: string } | null>(null);
  const all = useColumns(setLink);
  const columns = narrow ? all.filter(({ id }) => !["teams", "by", "sent"].includes(id)) : all;
  return (
    <>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty small picture="mail" title={texts.noInvitations} text={texts.noInvitationsText} />}
      >
        {(rows) => (
          <DataTable
            label={texts.invitations}
            rows={rows}
            rowId={({ id }) => id}
            columns={columns}
            after={<LoadMore list={list} />}
          />
        )}
      </RowsView>
      <LinkDialog shown={link} onClose={() => setLink(null)} />
    </>
  );
}

type ShowLink = (shown: { email: string; link: string }) => void;

function useColumns(onLink: ShowLink): Column<Invitation>[] {
  const texts = useMembersTexts();
  const { can } = usePermissions();
  return [
    {
      id: "email",
      header: texts.email,
      phone: "title",
      cell: ({ email }) => <span className="block truncate font-medium">{email}</span>,
    },
    {
      id: "state",
      header: texts.state,
      width: "8rem",
      cell: ({ state }) => <Status tone={tones[state]}>{texts[state]}</Status>,
    },
    {
      id: "role",
      header: texts.role,
      width: "9rem",
      cell: ({ role }) => <bdi className="block truncate">{role.name}</bdi>,
    },
    {
      id: "teams",
      header: texts.teams,
      width: "12rem",
      phone: "hide",
      cell: ({ teams }) => (
        <span className="flex min-w-0 flex-wrap gap-1">
          {teams.map(({ id, name }) => (
            <Badge key={id}>{name}</Badge>
          ))}
        </span>
      ),
    },
    {
      id: "by",
      header: texts.by,
      width: "10rem",
      cell: ({ inviter }) => <bdi className="block truncate">{inviter.name}</bdi>,
    },
    { id: "sent", header: texts.sent, width: "8rem", cell: ({ sentAt }) => <Time at={sentAt} /> },
    {
      id: "actions",
      header: texts.actionsHeader,
      width: "6rem",
      align: "end",
      phone: "aside",
      cell: (invitation) =>
        can("members:write") &&
        ["pending", "expired"].includes(invitation.state) && <Actions invitation={invitation} onLink={onLink} />,
    },
  ];
}

function Actions({ invitation: { id, email }, onLink }: { invitation: Invitation; onLink: ShowLink }) {
  const texts = useMembersTexts();
  const sendsMail = useOrganization()?.mailIsSent ?? true;
  const resend = useSend("post", "/v1/invitations/{id}/resend", {
    changes: ["invitations"],
    onDone: ({ link }) => (link === null ? toast.done(texts.resent(email)) : onLink({ email, link })),
  });
  const revoke = useSend("delete", "/v1/invitations/{id}", { done: texts.withdrawn(email), changes: ["invitations"] });
  return (
    <Menu align="end" trigger={<IconButton name={texts.actions(email)} icon={EllipsisHorizontalIcon} />}>
      <MenuItem icon={ArrowPathIcon} onSelect={() => resend.send({ params: { id } })}>
        {sendsMail ? texts.resend : texts.newLink}
      </MenuItem>
      <MenuItem icon={XMarkIcon} danger onSelect={() => revoke.send({ params: { id } })}>
        {texts.withdraw}
      </MenuItem>
    </Menu>
  );
}

function LinkDialog({ shown, onClose }: { shown: { email: string; link: string } | null; onClose: () => void }) {
  const texts = useMembersTexts();
  return (
    <Dialog
      open={shown !== null}
      onClose={onClose}
      title={texts.linkTitle}
      description={texts.linkText(shown?.email ?? "")}
      actions={
        <Button look="primary" onClick={onClose}>
          {texts.close}
        </Button>
      }
    >
      <CopyField value={shown?.link ?? ""} label={texts.link} />
    </Dialog>
  );
}
