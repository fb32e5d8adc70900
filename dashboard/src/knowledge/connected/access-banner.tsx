import { useLocation } from "@tanstack/react-router";
import { at } from "../../addresses.ts";
import { useGet, useOrganizationId, usePermissions } from "../../live/index.ts";
import { Banner, Button } from "../../ui/index.ts";
import { useGoogleConsent } from "./connect-account.tsx";
import type { Connected } from "./connected-settings.tsx";
import { useConnectedTexts } from "./texts.ts";

/** Says that access was taken back, and leads to giving it again. */
export function AccessBanner({ source }: { source: Connected }) {
  const texts = useConnectedTexts();
  const { can } = usePermissions();
  const organization = useOrganizationId() ?? "";
  const { pathname } = useLocation();
  const id = source.settings.accountId;
  const account = useGet("/v1/connected-accounts/{id}", { id }, { enabled: can("connections:read") });
  const consent = useGoogleConsent();
  if (account.error?.status === 404)
    return (
      <Banner tone="warning" title={texts.gone}>
        {texts.goneText}
      </Banner>
    );
  if (account.data?.state !== "revoked") return null;
  const again = !can("connections:write") ? undefined : source.type === "google-drive" ? (
    <Button loading={consent.isSending} onClick={() => consent.send({ body: { returnTo: pathname } })}>
      {texts.reconnect}
    </Button>
  ) : (
    <Button to={`${at.settings(organization, "connections")}?account=${id}`}>{texts.newToken}</Button>
  );
  return (
    <Banner tone="warning" title={texts.noAccess} action={again}>
      {texts.noAccessText}
    </Banner>
  );
}
