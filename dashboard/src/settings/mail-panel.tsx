import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useGet, useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import {
  Banner,
  Button,
  CopyButton,
  Definitions,
  QueryView,
  SegmentedControl,
  SidePanel,
  Time,
  Tooltip,
} from "../ui/index.ts";
import { MailFrame } from "./mail-frame.tsx";
import { MailState, purposeIn } from "./mail-state.tsx";
import { useMailTexts } from "./mail-texts.ts";

type Mail = AnswerOf<"/v1/mails/{id}">;

/** One mail: what became of it, and how it looks. */
export function MailPanel({ id, canSend }: { id: string; canSend: boolean }) {
  const texts = useMailTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const query = useGet("/v1/mails/{id}", { id });
  const { data: mail } = query;
  return (
    <SidePanel
      size="wide"
      title={mail?.subject ?? texts.oneMail}
      description={mail && `${texts.to} ${mail.to.name === null ? "" : `${mail.to.name} · `}${mail.to.address}`}
      closeTo={at.settings(organization, "mail")}
      {...(mail && can("mail:write") && { footer: <Resend mail={mail} canSend={canSend} /> })}
    >
      <QueryView query={query} skeleton="text">
        {(shown) => (
          <div className="space-y-6">
            <Facts mail={shown} />
            <Content mail={shown} />
          </div>
        )}
      </QueryView>
    </SidePanel>
  );
}

function Facts({ mail }: { mail: Mail }) {
  const texts = useMailTexts();
  return (
    <Definitions
      items={[
        { term: texts.state, value: <MailState state={mail.state} /> },
        { term: texts.purpose, value: purposeIn(texts, mail.purpose) },
        { term: texts.when, value: <Time at={mail.createdAt} style="datetime" /> },
        ...(mail.sentAt === null ? [] : [{ term: texts.sent, value: <Time at={mail.sentAt} style="datetime" /> }]),
        ...(mail.attempts > 1 ? [{ term: texts.tries, value: mail.attempts }] : []),
        ...(mail.error === null
          ? []
          : [{ term: texts.problem, value: <span className="wrap-anywhere text-danger-text">{mail.error}</span> }]),
        ...(mail.ofServer ? [{ term: texts.ofServer, value: texts.ofServerText }] : []),
      ]}
    />
  );
}

type View = "looks" | "plain";

function Content({ mail: { html, text, subject } }: { mail: Mail }) {
  const texts = useMailTexts();
  const [view, setView] = useState<View>("looks");
  if (html === null || text === null)
    return (
      <Banner title={texts.hidden} tone="info">
        {texts.hiddenText}
      </Banner>
    );
  return (
    <div className="space-y-3">
      <div className="flex items-center justify-between gap-2">
        <SegmentedControl
          label={texts.view}
          value={view}
          onChange={setView}
          options={[
            { value: "looks", label: texts.looks },
            { value: "plain", label: texts.plain },
          ]}
        />
        {view === "plain" && <CopyButton text={text} />}
      </div>
      {view === "looks" ? (
        <MailFrame html={html} title={texts.frame(subject)} />
      ) : (
        <pre className="rounded-card border border-line bg-sunken p-4 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
          {text}
        </pre>
      )}
    </div>
  );
}

function Resend({ mail, canSend }: { mail: Mail; canSend: boolean }) {
  const texts = useMailTexts();
  const { send, isSending } = useSend("post", "/v1/mails/{id}/resend", { done: texts.resent, changes: ["mails"] });
  const button = (
    <Button
      look="primary"
      loading={isSending}
      disabled={!canSend || mail.state === "waiting"}
      onClick={() => send({ params: { id: mail.id } })}
    >
      {mail.sentAt === null ? texts.resendFirst : texts.resend}
    </Button>
  );
  return canSend ? button : <Tooltip words={texts.cannotResend}>{button}</Tooltip>;
}
