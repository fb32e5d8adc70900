import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { AccountFrame } from "../account/account-frame.tsx";
import { at } from "../addresses.ts";
import { useConnectedTexts } from "../knowledge/connected/texts.ts";
import { type AnswerOf, useApi, useSearchState } from "../live/index.ts";
import { Button, Skeleton, toast } from "../ui/index.ts";

/** Where Google sends people back to. What came with them is used once, by whoever began, in their organization. */
export function GoogleReturnScreen() {
  const texts = useConnectedTexts();
  const api = useApi();
  const navigate = useNavigate();
  const [search] = useSearchState();
  // Out of the address at once: it must not stay in the history.
  const given = useRef({ state: search["state"] ?? "", code: search["code"] ?? "" }).current;
  const organization = given.state.split(".")[0] ?? "";
  useEffect(() => window.history.replaceState(window.history.state, "", window.location.pathname), []);
  const connected = useQuery({
    queryKey: ["google-return", given.state],
    enabled: given.code !== "",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () =>
      (await api.ask({
        method: "post",
        path: "/v1/connected-accounts/google/return",
        body: given,
        organization,
      })) as AnswerOf<"/v1/connected-accounts/google/return", "post">,
  });
  useEffect(() => {
    if (!connected.data) return;
    const { account, returnTo } = connected.data;
    const { pathname, searchParams } = new URL(returnTo, window.location.origin);
    toast.done(texts.connected(account.name));
    void navigate({
      to: pathname,
      search: { ...Object.fromEntries(searchParams), account: account.id },
      replace: true,
    });
  }, [connected.data, navigate, texts]);
  if (given.code === "" || connected.error)
    return (
      <AccountFrame title={texts.returnFailed} text={connected.error?.message ?? texts.refused}>
        <Button
          look="primary"
          size="large"
          wide
          to={/^org_\w+$/.test(organization) ? at.home(organization) : at.begin()}
        >
          {texts.back}
        </Button>
      </AccountFrame>
    );
  return (
    <AccountFrame title={texts.returning}>
      <Skeleton className="h-10" />
    </AccountFrame>
  );
}
