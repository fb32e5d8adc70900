import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  mail: "Mail outbox",
  mailText: "Every mail that Parley wrote to people, and what became of it. Kept for 90 days.",
  notSent: "Mail is not sent yet",
  notSentText:
    "Everything works without: mail is kept here, and nobody has to wait for one. To send it, set SMTP_URL and PARLEY_MAIL_FROM in the environment or in parley.env in the data directory, then start Parley again.",
  exampleTitle: "parley.env",
  example: `SMTP_URL=smtp://user:password@mail.example.com:587
PARLEY_MAIL_FROM="Parley <hello@example.com>"`,
  showHow: "Show how",
  hideHow: "Hide",
  to: "To",
  subject: "Subject",
  state: "State",
  purpose: "For",
  when: "Written",
  sent: "Sent",
  tries: "Tries",
  problem: "Last problem",
  ofServer: "By the server",
  ofServerText: "Written by the server itself; only who runs the server sees it.",
  noMail: "No mail yet",
  noMailText: "Invitations, links to new passwords and the like appear here as soon as one is written.",
  states: {
    waiting: "Waiting",
    sent: "Sent",
    failed: "Failed",
    kept: "Kept here",
  },
  purposes: {
    invitation: "Invitation",
    "verify-email": "Confirming an address",
    "reset-password": "New password",
    "sign-up-again": "Sign-up with a known address",
    "change-email": "Changing an address",
    "email-changed": "Address was changed",
    "password-changed": "Password was changed",
  },
  resend: "Send again",
  resendFirst: "Send it",
  resent: "It is on its way",
  cannotResend: "Nothing can be sent before SMTP_URL is set",
  view: "Show the mail as",
  looks: "As it looks",
  plain: "As text",
  hidden: "The content is hidden",
  hiddenText: "This mail holds a link or a code that opens an account. Only who runs the server may read it.",
  frame: (subject: string) => `The mail “${subject}”`,
  oneMail: "Mail",
};

export const useMailTexts = createTexts(texts, {});
