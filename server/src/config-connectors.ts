/** Where documents are followed from: the server's client at Google, and other addresses of the vendors. */

export interface ConnectorsChoice {
  google: { clientId: string; clientSecret: string } | null;
  googleBaseUrl: string | null;
  intercomBaseUrl: string | null;
}

/** Reads `GOOGLE_*` (whose mistakes are told where signing in reads them) and `INTERCOM_BASE_URL`. */
export function readConnectors(env: Record<string, string | undefined>): {
  problems: string[];
  choice: ConnectorsChoice;
} {
  const clientId = env["GOOGLE_CLIENT_ID"]?.trim();
  const clientSecret = env["GOOGLE_CLIENT_SECRET"]?.trim();
  const base = (name: string) => env[name]?.trim().replace(/\/+$/, "") ?? null;
  const intercomBaseUrl = base("INTERCOM_BASE_URL");
  const isGood = intercomBaseUrl === null || /^https?:\/\/[^/?#]/.test(intercomBaseUrl);
  return {
    problems: isGood ? [] : ["INTERCOM_BASE_URL must be an address that begins with http:// or https://"],
    choice: {
      google: clientId && clientSecret ? { clientId, clientSecret } : null,
      googleBaseUrl: base("GOOGLE_BASE_URL"),
      intercomBaseUrl,
    },
  };
}
