import { useQuery } from "@tanstack/react-query";
import { at } from "../addresses.ts";
import { type AnswerOf, useApi, useSearchState } from "../live/index.ts";
import { Button, Skeleton, TextLink } from "../ui/index.ts";
import { AccountFrame } from "./account-frame.tsx";
import { useAccountTexts } from "./texts.ts";

/** Opened by a mailed link: confirms the address at once. */
export function VerifyEmailScreen() {
  const texts = useAccountTexts();
  const api = useApi();
  const [search] = useSearchState();
  const token = search["token"] ?? "";
  const verified = useQuery({
    queryKey: ["verify-email", token],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await api.ask({
        method: "post",
        path: "/v1/auth/verify-email",
        body: { token },
        organization: null,
      })) as AnswerOf<"/v1/auth/verify-email", "post">,
  });
  if (verified.error)
    return (
      <AccountFrame
        title={texts.linkGone}
        text={verified.error.message}
        footer={<TextLink to={at.signIn()}>{texts.backToSignIn}</TextLink>}
      />
    );
  if (!verified.data)
    return (
      <AccountFrame title={texts.verifying}>
        <Skeleton className="h-10" />
      </AccountFrame>
    );
  return (
    <AccountFrame title={texts.verified} text={texts.verifiedText(verified.data.email)}>
      <Button look="primary" size="large" wide to={at.begin()}>
        {texts.goOn}
      </Button>
    </AccountFrame>
  );
}
