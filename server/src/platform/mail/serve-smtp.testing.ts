/** A mail server of the tests' own, on a free port, that takes mail or refuses it as it is told. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface TestSmtp {
  url: string;
  /** The raw mails that were taken. */
  taken: string[];
  /** Whom they were for, by the envelope. */
  recipients: string[];
  /** What a recipient is answered from now on; null: taken. */
  refuse(answer: { code: number; text: string } | null): void;
  close(): Promise<void>;
}

export async function serveSmtp(): Promise<TestSmtp> {
  const taken: string[] = [];
  const recipients: string[] = [];
  let refusal: { code: number; text: string } | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (refusal) return done(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
      recipients.push(address);
      done();
    },
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        taken.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    recipients,
    refuse: (answer) => (refusal = answer),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
