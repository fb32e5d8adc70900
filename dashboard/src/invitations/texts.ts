import { createTexts } from "../texts/create-texts.ts";

export const texts = {
  title: (organization: string) => `Join ${organization}`,
  text: (inviter: string) => `${inviter} invites you to work with them on Parley.`,
  looking: "Invitation",
  gone: "This invitation cannot be used",
  forYou: "The invitation is for",
  signedInAs: "You are signed in as",
  openUntil: "Open until",
  accept: "Accept and join",
  joined: (organization: string) => `Welcome to ${organization}`,
  wrongPerson: (invited: string) => `Sign out, then sign in with ${invited} or make an account for it.`,
  signOut: "Sign out",
  signIn: "Sign in to accept",
  signUp: "Make an account",
  notSignedIn: "Sign in with this address, or make an account if you have none yet.",
  toDashboard: "Go to your organizations",
};

export const useInvitationTexts = createTexts(texts, {});
