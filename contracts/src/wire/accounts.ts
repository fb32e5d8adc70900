/** People: how they sign in, who they are, and from where they are signed in. */
import { z } from "zod";
import { idSchema } from "../ids.ts";
import { nameInput } from "./names.ts";
import { emailInput, languageTag, timeZoneName } from "./organizations.ts";

export const PASSWORD_LENGTH = { least: 10, most: 128 };

/** Whoever knows an address must not learn more: whether a password is good enough is said where one is chosen. */
const givenPassword = z.string().min(1).max(1_000);
export const newPassword = z
  .string()
  .min(PASSWORD_LENGTH.least, `must have at least ${PASSWORD_LENGTH.least} characters`)
  .max(PASSWORD_LENGTH.most, `must have at most ${PASSWORD_LENGTH.most} characters`);
const linkToken = z.string().min(1).max(200);

export const signUpMode = z.enum(["closed", "invite", "open"]);
export type SignUpMode = z.infer<typeof signUpMode>;
export const socialProvider = z.enum(["google", "github"]);
export type SocialProvider = z.infer<typeof socialProvider>;

/** What a page needs to know before anybody is signed in. */
export const authOptions = z.object({
  signUp: signUpMode,
  social: z.array(socialProvider),
  /** Passkeys need a name as the host, and https unless it is `localhost`. */
  passkeys: z.boolean(),
  /** False: nobody owns this server yet; the owner link that it prints at its start makes the first account. */
  ownerExists: z.boolean(),
  /** Whether somebody is signed in in this browser already. */
  signedIn: z.boolean(),
  /** False: this server cannot send mail, so that forgotten passwords need its owner's help. */
  mailIsSent: z.boolean(),
});
export type AuthOptions = z.infer<typeof authOptions>;

export const signInInput = z.object({ email: emailInput, password: givenPassword });

export const signUpInput = z.object({
  name: nameInput,
  email: emailInput,
  password: newPassword,
  /** What the person's own organization is called; where sign-up is open. */
  organization: nameInput.optional(),
  /** Of the link that invited. */
  invitation: linkToken.optional(),
});

/** The same for new and known addresses. */
export const signUpResult = z.object({
  /** `confirm`: open the link that was mailed. `sign-in`: sign in with the password just given. */
  next: z.enum(["confirm", "sign-in"]),
});

export const secondFactorInput = z.object({
  /** Six digits of the app, or a recovery code. */
  code: z.string().trim().min(1).max(40),
  kind: z.enum(["app", "recovery"]).default("app"),
  /** Do not ask again in this browser for 30 days. */
  trustDevice: z.boolean().default(false),
});

export const forgotPasswordInput = z.object({ email: emailInput });
export const resetPasswordInput = z.object({ token: linkToken, password: newPassword });
export const verifyEmailInput = z.object({ token: linkToken });
export const verifiedEmail = z.object({ email: z.string() });

/** What a browser's own passkey functions take, as the WebAuthn standard writes it in JSON. */
export const passkeyOptions = z.record(z.string(), z.unknown());
const base64url = z
  .string()
  .min(1)
  .max(10_000)
  .regex(/^[\w-]+$/);
const credential = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}).default({}),
};
export const passkeySignInInput = z.object({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: base64url,
      authenticatorData: base64url,
      signature: base64url,
      userHandle: base64url.optional(),
    }),
  }),
});
const newCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
      .max(10)
      .optional(),
  }),
});

export const socialInput = z.object({
  provider: socialProvider,
  /** A path of the dashboard to come back to. */
  returnTo: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[^\s\\]*$/, "must be a path of this server")
    .default("/"),
});
export const socialRedirect = z.object({ url: z.string() });

export const me = z.object({
  id: idSchema("user"),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  image: z.string().nullable(),
  timeZone: z.string().nullable(),
  language: z.string().nullable(),
  /** Holds the server itself. */
  serverAdmin: z.boolean(),
  secondFactor: z.boolean(),
  /** False for who signs in with Google, GitHub or a passkey alone. */
  hasPassword: z.boolean(),
  /** Google and GitHub accounts that open this one. */
  social: z.array(socialProvider),
  createdAt: z.iso.datetime(),
});
export type Me = z.infer<typeof me>;

export const meInput = z.object({
  name: nameInput.optional(),
  timeZone: timeZoneName.nullable().optional(),
  language: languageTag.nullable().optional(),
});

/** The present password, once more; who has none must have signed in within the hour. */
const confirmation = { password: givenPassword.optional() };
export const confirmed = z.object(confirmation);

export const emailChange = z.object({ email: emailInput, ...confirmation });
export const emailChangeResult = z.object({
  /** `confirm`: it counts once the link that was mailed to the new address is opened. */
  next: z.enum(["done", "confirm"]),
});
export const passwordChange = z.object({ password: newPassword, currentPassword: givenPassword.optional() });
export const accountDeletion = z.object({
  /** The account's own address, as it is written. */
  email: z.string().max(320),
  ...confirmation,
});

export const personSession = z.object({
  id: idSchema("session"),
  /** Such as "Firefox on Windows". */
  device: z.string(),
  kind: z.enum(["computer", "phone", "tablet", "program"]),
  address: z.string().nullable(),
  current: z.boolean(),
  createdAt: z.iso.datetime(),
  /** To five minutes. */
  lastActiveAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type PersonSession = z.infer<typeof personSession>;

export const revokedSessions = z.object({ revoked: z.int() });

export const secondFactorSetup = z.object({
  /** For the QR code. */
  uri: z.string(),
  /** The same for typing. */
  secret: z.string(),
  /** Shown once. */
  recoveryCodes: z.array(z.string()),
});
export type SecondFactorSetup = z.infer<typeof secondFactorSetup>;
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export const secondFactorCode = z.object({ code: z.string().trim().min(1).max(40) });

export const passkey = z.object({
  id: z.string(),
  name: z.string(),
  /** Kept by an account such as iCloud or Google's, and so on several devices. */
  synced: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Passkey = z.infer<typeof passkey>;
export const passkeyInput = z.object({ response: newCredential, name: nameInput.optional() });
export const passkeyChange = z.object({ name: nameInput });

/** Everything that this server holds about the person, beside what belongs to their organizations. */
export const personExport = z.object({
  exportedAt: z.iso.datetime(),
  person: me,
  organizations: z.array(
    z.object({ id: z.string(), name: z.string(), role: z.string(), memberSince: z.iso.datetime() }),
  ),
  sessions: z.array(personSession),
  passkeys: z.array(passkey),
});

export const ownerLink = z.object({
  url: z.string(),
  expiresAt: z.iso.datetime(),
});
export const ownerLinkGlimpse = z.object({
  /** The organization that the owner will own. */
  organization: z.string(),
  expiresAt: z.iso.datetime(),
  /** Whether somebody owns this server already. */
  ownerExists: z.boolean(),
});
export const ownerInputOfLink = z.object({ name: nameInput, email: emailInput, password: newPassword });
export const newOwner = z.object({
  organizationId: idSchema("organization"),
  /** True: this address had an account; it has the new password now, and no second factor or passkey any more. */
  reset: z.boolean(),
});
