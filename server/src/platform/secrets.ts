/** Encryption at rest (AES-256-GCM) and signatures, under keys derived from `PARLEY_SECRET`. */

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
