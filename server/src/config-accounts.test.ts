import { expect, test } from "vitest";
import { readAccounts } from "./config-accounts.ts";

test("sign-up is closed, and nobody but us signs people in, unless it is said", () => {
  expect(readAccounts({})).toEqual({ problems: [], choice: { signUp: "closed", social: {} } });
});

test("Google and GitHub come with their names, secrets and addresses", () => {
  const env = {
    PARLEY_SIGNUP: "open",
    GITHUB_CLIENT_ID: "a",
    GITHUB_CLIENT_SECRET: "b",
    GITHUB_BASE_URL: "https://git.example/",
  };
  expect(readAccounts(env).choice).toEqual({
    signUp: "open",
    social: { github: { clientId: "a", clientSecret: "b", baseUrl: "https://git.example" } },
  });
});

test("every mistake is named", () => {
  const { problems } = readAccounts({ PARLEY_SIGNUP: "maybe", GOOGLE_CLIENT_ID: "a", GITHUB_BASE_URL: "git.example" });
  expect(problems).toEqual([
    "PARLEY_SIGNUP may be closed, invite, open",
    "GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together, or neither of them",
    "GITHUB_BASE_URL must be an address that begins with http:// or https://",
  ]);
});
