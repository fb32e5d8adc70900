import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  title: "Your organizations",
  text: "Choose where you want to work.",
  noneTitle: "No organization yet",
  noneText: "Agents, their knowledge and conversations belong to an organization.",
  noneClosed:
    "You belong to no organization on this server. Ask somebody who does to invite you at the address that you signed in with.",
  open: "Open",
  make: "New organization",
  name: "Name",
  namePlaceholder: "Kettle & Chain",
  nameHelp: "You can change it later.",
  create: "Make organization",
  signedInAs: (email: string) => `Signed in as ${email}.`,
  signOut: "Sign out",
  more: "Show more",
};

export const useOrganizationsTexts = createTexts(texts, {});
