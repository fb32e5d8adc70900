import { EllipsisHorizontalIcon } from "@heroicons/react/20/solid";
import type { ReactNode } from "react";
import { useMe, useOrganization, usePermissions, useSend, type RowOf } from "../live/index.ts";
import { Avatar, Badge, type Column, DataTable, IconButton, Menu, Select, Time } from "../ui/index.ts";
import { useMembersTexts } from "./members-texts.ts";
import { useRemoveMember } from "./remove-member.tsx";
import { mayRule, type Role, useRoleOptions } from "./use-roles.ts";

type Member = RowOf<"/v1/members">;

interface MembersTableProps {
  rows: readonly Member[];
  roles: readonly Role[];
  /** Beside an open panel: only what tells people apart. */
  narrow: boolean;
  after: ReactNode;
}

export function MembersTable({ rows, roles, narrow, after }: MembersTableProps) {
  const texts = useMembersTexts();
  const me = useMe();
  const rules = useRules(roles);
  const all: Column<Member>[] = [
    {
      id: "name",
      header: texts.name,
      phone: "title",
      sort: ({ name }) => name,
      cell: (member) => <Person member={member} isMe={member.userId === me?.id} />,
    },
    {
      id: "role",
      header: texts.role,
      width: "12.5rem",
      sort: ({ role }) => role.name,
      cell: (member) => <RoleCell member={member} fixed={!rules.mayChange(member)} />,
    },
    {
      id: "teams",
      header: texts.teams,
      width: "16rem",
      cell: ({ teams }) => (
        <span className="flex min-w-0 flex-wrap gap-1">
          {teams.map(({ id, name }) => (
            <Badge key={id}>{name}</Badge>
          ))}
        </span>
      ),
    },
    {
      id: "seen",
      header: texts.lastSeen,
      width: "9rem",
      sort: ({ lastSeenAt }) => lastSeenAt,
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? <span className="text-muted">{texts.never}</span> : <Time at={lastSeenAt} />,
    },
    {
      id: "actions",
      header: texts.actionsHeader,
      width: "6rem",
      align: "end",
      phone: "aside",
      cell: (member) => rules.mayChange(member) && member.userId !== me?.id && <Actions member={member} />,
    },
  ];
  const columns = narrow ? all.filter(({ id }) => id !== "teams" && id !== "seen") : all;
  return <DataTable label={texts.members} rows={rows} rowId={({ userId }) => userId} columns={columns} after={after} />;
}

/** What the server would refuse is not offered. */
function useRules(roles: readonly Role[]) {
  const { can } = usePermissions();
  const granted = new Set<string>(useOrganization()?.permissions);
  return {
    mayChange: (member: Member) => {
      const role = roles.find(({ id }) => id === member.role.id);
      return can("members:write") && role !== undefined && mayRule(role, granted);
    },
  };
}

function Person({ member, isMe }: { member: Member; isMe: boolean }) {
  const texts = useMembersTexts();
  const { name, email, image } = member;
  return (
    <span className="flex min-w-0 items-center gap-3 py-1.5">
      <Avatar name={name} size={32} {...(image !== null && { src: image })} />
      <span className="min-w-0">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isMe && <Badge>{texts.you}</Badge>}
        </span>
        <span className="block truncate text-sm text-muted">{email}</span>
      </span>
    </span>
  );
}

function RoleCell({ member, fixed }: { member: Member; fixed: boolean }) {
  const texts = useMembersTexts();
  const options = useRoleOptions();
  const change = useSend("patch", "/v1/members/{userId}", {
    done: ({ name, role }) => texts.roleChanged(name, role.name),
    changes: ["members", "roles", "organization"],
  });
  if (fixed) return <span className="text-muted">{member.role.name}</span>;
  return (
    <Select
      value={member.role.id}
      options={options}
      label={texts.roleOf(member.name)}
      disabled={change.isSending}
      onChange={(role) => change.send({ params: { userId: member.userId }, body: { role } })}
    />
  );
}

function Actions({ member }: { member: Member }) {
  const texts = useMembersTexts();
  const remove = useRemoveMember(member);
  return (
    <>
      <Menu align="end" trigger={<IconButton name={texts.actions(member.name)} icon={EllipsisHorizontalIcon} />}>
        {remove.item}
      </Menu>
      {remove.dialog}
    </>
  );
}
