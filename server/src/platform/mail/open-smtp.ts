import type { Transporter } from "nodemailer";
import type { RenderedMail } from "./render-mail.ts";

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://...`. */
  url: string;
  /** `name@example.com` or `Name <name@example.com>`. */
  from: string;
}

export interface Letter extends RenderedMail {
  /** The same for every try, so that servers between can tell a mail that comes twice. */
  messageId: string;
  to: { address: string; name: string | null };
  subject: string;
}

export interface Smtp {
  /** Resolves when the mail server has taken it. @throws SmtpRefusal */
  send(letter: Letter): Promise<void>;
}

/** `lasting`: trying again would bring the same answer. */
export class SmtpRefusal extends Error {
  readonly lasting: boolean;
  constructor(message: string, lasting: boolean, cause: unknown) {
    super(message, { cause });
    this.name = "SmtpRefusalError";
    this.lasting = lasting;
  }
}

const CONNECT_WITHIN_MS = 10_000;
const SILENCE_WITHIN_MS = 20_000;

export function openSmtp({ url, from }: SmtpOptions): Smtp {
  let opening: Promise<Transporter> | undefined;
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? "parley.invalid";

  return {
    async send({ messageId, to, subject, text, html }) {
      opening ??= open(url);
      const transport = await opening;
      try {
        await transport.sendMail({
          from,
          to: { address: to.address, name: to.name ?? "" },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        });
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}

/** Loaded with the first mail. */
async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  return createTransport({
    url,
    connectionTimeout: CONNECT_WITHIN_MS,
    greetingTimeout: CONNECT_WITHIN_MS,
    socketTimeout: SILENCE_WITHIN_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function refusalOf(error: unknown): SmtpRefusal {
  const { responseCode, code, response }: Record<string, unknown> = { ...Object(error) };
  const said = typeof response === "string" ? response.replaceAll(/\s+/g, " ").slice(0, 300) : "";
  if (typeof responseCode === "number" && said !== "") {
    // What it says about this mail holds; what it says about us (sign-in, its own trouble) may be mended.
    const aboutMail = code === "EENVELOPE" || code === "EMESSAGE";
    return new SmtpRefusal(`The mail server answered: ${said}`, aboutMail && responseCode >= 500, error);
  }
  return new SmtpRefusal(words[String(code)] ?? "The mail server cannot be reached.", false, error);
}

const words: Record<string, string> = {
  EDNS: "There is no host with the name of the mail server.",
  ETIMEDOUT: "The mail server did not answer in time.",
  ETLS: "The connection to the mail server could not be secured.",
  EAUTH: "The mail server did not accept the sign-in of SMTP_URL.",
};
