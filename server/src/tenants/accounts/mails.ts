/** What people are mailed about their accounts. */
import type { OutgoingMail } from "../../platform/index.ts";

interface To {
  email: string;
  name: string;
}

const to = ({ email, name }: To) => ({ address: email, name });
const hello = ({ name }: To) => ({ type: "text", text: `Hello ${name},` }) as const;

export function verifyMail(person: To, url: string): OutgoingMail {
  return {
    to: to(person),
    subject: "Confirm your email address",
    preview: "One click, and your Parley account is ready.",
    blocks: [
      hello(person),
      { type: "text", text: "Please confirm that this is your email address. Then you can sign in to Parley." },
      { type: "button", label: "Confirm the address", url },
      {
        type: "note",
        text: "The link works once, for two days. If you did not make this account, leave it be: nobody can use it.",
      },
    ],
    purpose: "verify-email",
    secret: true,
  };
}

export function resetMail(person: To, url: string): OutgoingMail {
  return {
    to: to(person),
    subject: "Choose a new password",
    preview: "The link works once, for an hour.",
    blocks: [
      hello(person),
      {
        type: "text",
        text: "Somebody asked for a new password for your Parley account. If it was you, choose one here.",
      },
      { type: "button", label: "Choose a new password", url },
      {
        type: "note",
        text: "The link works once, for an hour. If it was not you, leave it be: your password stays as it is.",
      },
    ],
    purpose: "reset-password",
    secret: true,
  };
}

export function accountExistsMail(person: To): OutgoingMail {
  return {
    to: to(person),
    subject: "You have a Parley account already",
    preview: "Somebody tried to sign up with your address.",
    blocks: [
      hello(person),
      {
        type: "text",
        text: "Somebody tried to make a Parley account with your email address. You have one already: sign in with it, or choose a new password if you have forgotten yours.",
      },
      { type: "note", text: "If it was not you, there is nothing to do: nothing has changed." },
    ],
    purpose: "sign-up-again",
  };
}

export function changeEmailMail(person: To, url: string): OutgoingMail {
  return {
    to: to(person),
    subject: "Confirm your new email address",
    preview: "One click, and your Parley account has this address.",
    blocks: [
      hello(person),
      { type: "text", text: "Please confirm that your Parley account should have this email address from now on." },
      { type: "button", label: "Use this address", url },
      {
        type: "note",
        text: "The link works once, for a day. If you did not ask for this, leave it be: nothing changes.",
      },
    ],
    purpose: "change-email",
    secret: true,
  };
}

export function emailChangedMail(person: To, newEmail: string): OutgoingMail {
  return {
    to: to(person),
    subject: "Your email address was changed",
    preview: `Your Parley account now has the address ${newEmail}.`,
    blocks: [
      hello(person),
      { type: "text", text: `Your Parley account now has the address ${newEmail}. This address no longer opens it.` },
      { type: "note", text: "If it was not you, tell the owner of your organization at once." },
    ],
    purpose: "email-changed",
  };
}

export function passwordChangedMail(person: To): OutgoingMail {
  return {
    to: to(person),
    subject: "Your password was changed",
    preview: "Every other browser has been signed out.",
    blocks: [
      hello(person),
      {
        type: "text",
        text: "The password of your Parley account was changed, and every other browser was signed out.",
      },
      {
        type: "note",
        text: 'If it was not you, choose a new password at once with "Forgot your password?" on the sign-in page.',
      },
    ],
    purpose: "password-changed",
  };
}
