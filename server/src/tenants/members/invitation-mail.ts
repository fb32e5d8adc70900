import type { OutgoingMail } from "../../platform/index.ts";

export interface InvitationWords {
  email: string;
  inviter: string;
  organization: string;
  role: string;
  link: string;
}

export function invitationMail({ email, inviter, organization, role, link }: InvitationWords): OutgoingMail {
  return {
    to: { address: email },
    subject: `${inviter} invites you to ${organization}`,
    preview: `Join ${organization} on Parley as ${role}.`,
    blocks: [
      { type: "text", text: `${inviter} invites you to join ${organization} on Parley. Your role: ${role}.` },
      { type: "button", label: "Accept the invitation", url: link },
      {
        type: "note",
        text: `The invitation is for ${email}, works once and is open for seven days. If you did not expect it, leave it be: nothing happens.`,
      },
    ],
    purpose: "invitation",
    secret: true,
  };
}
