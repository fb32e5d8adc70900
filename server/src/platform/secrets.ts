/** Encryption at rest (AES-256-GCM) and signatures, under keys derived from `PARLEY_SECRET`. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

export interface Secrets {
  /** `context` names what it is for; the same must be given to open it. */
  seal(plain: string, context: string): string;
  /** Throws when the text was sealed under another secret, for another context, or was changed. */
  open(sealed: string, context: string): string;
  /** A signed token of `payload` for `purpose`, URL-safe. */
  sign(payload: string, purpose: string): string;
  /** The payload, or undefined when the signature is not ours. Constant time. */
  verify(token: string, purpose: string): string | undefined;
  /** Tells one secret from another without revealing it; goes into backups. */
  readonly fingerprint: string;
}

export const SHORTEST_SECRET = 16;

/** Before the sealed text, so that a later cipher can tell its own from this one's. */
const VERSION = "v1.";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** One key for each use, so that what one of them gives away says nothing about the others. Throws on a secret that is too short. */
export function createSecrets(secret: string): Secrets {
  if (secret.length < SHORTEST_SECRET)
    throw new Error(`PARLEY_SECRET must have at least ${SHORTEST_SECRET} characters.`);
  const derive = (use: string) => Buffer.from(hkdfSync("sha256", secret, "parley", use, 32));
  const sealingKey = derive("seal");
  const signingKey = derive("sign");
  const fingerprint = derive("fingerprint").toString("hex").slice(0, 16);

  function signature(payload: string, purpose: string): Buffer {
    // The length keeps "ab" for "c" apart from "a" for "bc".
    return createHmac("sha256", signingKey).update(`${purpose.length}:${purpose}${payload}`).digest();
  }

  return {
    fingerprint,
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", sealingKey, nonce).setAAD(Buffer.from(VERSION + context));
      const hidden = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
    },
    open(sealed, context) {
      const bytes = sealed.startsWith(VERSION)
        ? Buffer.from(sealed.slice(VERSION.length), "base64url")
        : Buffer.alloc(0);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw cannotOpen();
      const decipher = createDecipheriv("aes-256-gcm", sealingKey, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(VERSION + context)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
          "utf8",
        );
      } catch {
        throw cannotOpen();
      }
    },
    sign: (payload, purpose) =>
      `${Buffer.from(payload).toString("base64url")}.${signature(payload, purpose).toString("base64url")}`,
    verify(token, purpose) {
      const [body, given, ...more] = token.split(".");
      if (body === undefined || given === undefined || more.length > 0) return undefined;
      const payload = Buffer.from(body, "base64url").toString("utf8");
      const expected = signature(payload, purpose);
      const claimed = Buffer.from(given, "base64url");
      return claimed.length === expected.length && timingSafeEqual(claimed, expected) ? payload : undefined;
    },
  };
}

function cannotOpen(): Error {
  return new Error("A sealed value cannot be opened: it was sealed under another PARLEY_SECRET, or it was changed.");
}
