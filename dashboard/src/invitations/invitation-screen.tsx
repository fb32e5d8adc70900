import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { AccountFrame } from "../account/account-frame.tsx";
import { useGlimpse } from "../account/use-glimpse.ts";
import { at, withQuery } from "../addresses.ts";
import { useGet, useParam, useSend, useSignOut } from "../live/index.ts";
import { Banner, Button, Definitions, Skeleton, Time, toast } from "../ui/index.ts";
import { useInvitationTexts } from "./texts.ts";

/** What the link of an invitation opens: who invites to what, and the one thing to do next. */
export function InvitationScreen() {
  const texts = useInvitationTexts();
  const token = useParam("token");
  const glimpse = useGlimpse(token);
  const me = useGet("/v1/me");
  if (glimpse.error) {
    return (
      <AccountFrame title={texts.gone} text={glimpse.error.message}>
        <Button to={at.begin()}>{texts.toDashboard}</Button>
      </AccountFrame>
    );
  }
  // Who is not signed in gets no answer, ever again: what counts is that it was asked.
  if (!glimpse.data || !me.isFetched) {
    return (
      <AccountFrame title={texts.looking}>
        <Skeleton className="h-16" />
        <Skeleton className="h-9" />
      </AccountFrame>
    );
  }
  const { organization, inviter, email, expiresAt } = glimpse.data;
  const person = me.data;
  return (
    <AccountFrame title={texts.title(organization)} text={texts.text(inviter)}>
      <Definitions
        items={[
          { term: texts.forYou, value: <span className="font-medium wrap-anywhere">{email}</span> },
          ...(person ? [{ term: texts.signedInAs, value: <span className="wrap-anywhere">{person.email}</span> }] : []),
          { term: texts.openUntil, value: <Time at={expiresAt} style="date" /> },
        ]}
      />
      {!person ? (
        <Stranger token={token} />
      ) : person.email === email ? (
        <Accept token={token} />
      ) : (
        <SomebodyElse email={email} />
      )}
    </AccountFrame>
  );
}

function Accept({ token }: { token: string }) {
  const texts = useInvitationTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const accept = useSend("post", "/v1/invitations/accept", {
    onProblem: () => {},
    onDone: ({ organizationId, name }) => {
      void queries.invalidateQueries();
      toast.done(texts.joined(name));
      void navigate({ to: at.home(organizationId), replace: true });
    },
  });
  return (
    <div className="space-y-4">
      {accept.problem && <Banner tone="danger">{accept.problem.message}</Banner>}
      <Button
        look="primary"
        size="large"
        wide
        loading={accept.isSending}
        onClick={() => accept.send({ body: { token } })}
      >
        {texts.accept}
      </Button>
    </div>
  );
}

function Stranger({ token }: { token: string }) {
  const texts = useInvitationTexts();
  return (
    <div className="space-y-3">
      <p className="text-pretty text-muted">{texts.notSignedIn}</p>
      <Button look="primary" size="large" wide to={withQuery(at.signUp(), { invitation: token })}>
        {texts.signUp}
      </Button>
      <Button size="large" wide to={at.signIn(at.invitation(token))}>
        {texts.signIn}
      </Button>
    </div>
  );
}

function SomebodyElse({ email }: { email: string }) {
  const texts = useInvitationTexts();
  const signOut = useSignOut();
  return (
    <div className="space-y-4">
      <Banner tone="warning">{texts.wrongPerson(email)}</Banner>
      <Button size="large" wide onClick={() => void signOut()}>
        {texts.signOut}
      </Button>
    </div>
  );
}
