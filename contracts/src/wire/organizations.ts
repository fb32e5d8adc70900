/** Organizations, and who belongs to them with what role. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { isPermission, isRoleName } from "../permissions.ts";
import { nameInput } from "./names.ts";
import { pageQuery } from "./rest.ts";

export const emailInput = z
  .string()
  .max(320)
  .overwrite((text) => text.trim().toLowerCase())
  .pipe(z.email("is not an email address").max(254, "is too long for an email address"));

/** The name of a built-in role, or the id of one of the organization's own. */
export const roleId = z.union([z.string().refine(isRoleName, "There is no such role."), idSchema("role")]);

/** A role as it is named beside a person. */
export const roleRef = z.object({ id: z.string(), name: z.string() });

const isTimeZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};
const isLanguage = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

export const timeZoneName = z.string().max(64).refine(isTimeZone, "is not a time zone such as Europe/Berlin");
export const languageTag = z.string().min(2).max(35).refine(isLanguage, "is not a language such as en or pt-BR");

export const organization = z.object({
  id: idSchema("organization"),
  name: z.string(),
  /** As the IANA names it; null: each member's own. */
  timeZone: z.string().nullable(),
  /** What new agents and mails begin with; null: English. */
  language: z.string().nullable(),
  revision: z.int(),
  createdAt: z.iso.datetime(),
});

/** One of those that the person belongs to. */
export const myOrganization = organization.extend({ role: roleRef });
export type MyOrganization = z.infer<typeof myOrganization>;

/** With what the one who asks may do in it. */
export const openOrganization = organization.extend({
  /** Null for a key. */
  role: roleRef.nullable(),
  permissions: z.array(z.string()),
  /** Whether mail goes out; else links of invitations have to be passed on by hand. */
  mailIsSent: z.boolean(),
});
export type OpenOrganization = z.infer<typeof openOrganization>;

export const organizationInput = z.object({
  name: nameInput,
  timeZone: timeZoneName.nullable().optional(),
  language: languageTag.nullable().optional(),
});
export type OrganizationInput = z.infer<typeof organizationInput>;

/** A deletion is confirmed by the organization's name, as it is written. */
export const organizationDeletion = z.object({ name: z.string().max(1_000) });

export const ownerInput = z.object({
  /** The member who becomes an owner. */
  userId: z.string().min(1).max(64),
  /** What the one who hands on becomes; `owner` shares the ownership instead. */
  ownRole: roleId.default("admin"),
});

export const teamRef = z.object({ id: idSchema("team"), name: z.string() });

export const member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  image: z.string().nullable(),
  role: roleRef,
  teams: z.array(teamRef),
  /** How many API keys that they made open something now. */
  liveKeys: z.int(),
  /** To the minute or so. */
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Member = z.infer<typeof member>;

export const memberQuery = pageQuery.extend({
  /** Part of a name or an address. */
  search: z.string().trim().max(200).optional(),
  role: roleId.optional(),
  teamId: idSchema("team").optional(),
});

export const memberRemoval = z.object({
  revokeKeys: z
    .enum(["true", "false"])
    .default("false")
    .describe(
      "Whether the live API keys that the member made are revoked with it, which takes keys:write. Else they go on to work.",
    ),
});

export const memberChange = z.object({ role: roleId });

export const invitationState = z.enum(["pending", "accepted", "expired", "revoked"]);

export const invitation = z.object({
  id: idSchema("invitation"),
  email: z.string(),
  role: roleRef,
  teams: z.array(teamRef),
  inviter: z.object({ userId: z.string(), name: z.string() }),
  state: invitationState,
  expiresAt: z.iso.datetime(),
  sentAt: z.iso.datetime(),
  acceptedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof invitation>;

export const invitationQuery = pageQuery.extend({ state: invitationState.optional() });

export const MOST_INVITATIONS = 50;

export const invitationInput = z.object({
  emails: z
    .array(emailInput)
    .min(1, "needs at least one address")
    .max(MOST_INVITATIONS, `takes at most ${MOST_INVITATIONS} addresses at once`),
  role: roleId,
  teams: z.array(idSchema("team")).max(50).default([]),
});

/** The link is here once, and only while this server cannot send mail: the inviter passes it on. */
export const sentInvitation = z.object({ invitation, link: z.string().nullable() });

export const invitationsResult = z.object({
  data: z.array(
    z.object({
      email: z.string(),
      /** `again`: one was open already; its earlier link no longer works. */
      outcome: z.enum(["invited", "again", "member"]),
      invitation: invitation.nullable(),
      link: z.string().nullable(),
    }),
  ),
});
export type InvitationsResult = z.infer<typeof invitationsResult>;

export const invitationToken = z.object({ token: z.string().min(1).max(200) });

/** What the invited may see before they sign in. */
export const invitationGlimpse = z.object({
  organization: z.string(),
  inviter: z.string(),
  email: z.string(),
  expiresAt: z.iso.datetime(),
});

export const acceptedInvitation = z.object({ organizationId: idSchema("organization"), name: z.string() });

export const team = z.object({
  id: idSchema("team"),
  name: z.string(),
  members: z.array(z.object({ userId: z.string(), name: z.string(), image: z.string().nullable() })),
  revision: z.int(),
  createdAt: z.iso.datetime(),
});
export type Team = z.infer<typeof team>;

export const teamInput = z.object({
  name: nameInput,
  /** All of them: who is not named leaves the team. */
  members: z.array(z.string().min(1).max(64)).max(500).optional(),
});

export const permissionName = z.string().refine(isPermission, "There is no such permission.");

export const role = z.object({
  /** The name of a built-in one, or an id. */
  id: z.string(),
  name: z.string(),
  builtIn: z.boolean(),
  /** What it is for, of the built-in ones. */
  words: z.string().nullable(),
  permissions: z.array(z.string()),
  /** Members who have it; open invitations not counted. */
  members: z.int(),
  revision: z.int(),
  createdAt: z.iso.datetime().nullable(),
});
export type Role = z.infer<typeof role>;

export const roleInput = z.object({
  name: nameInput,
  permissions: z.array(permissionName).min(1, "needs at least one permission").max(100),
});

/** A role that somebody has is removed only with another in its place. */
export const roleDeletion = z.object({ replacement: roleId.optional() });
