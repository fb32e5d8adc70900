import type { ReactNode } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useGet, useOrganizationId } from "../live/index.ts";
import { Page, QueryView } from "../ui/index.ts";
import { useAccountTexts } from "./texts.ts";

export interface AccountPageProps {
  title: string;
  children: (me: AnswerOf<"/v1/me">) => ReactNode;
}

/** A page of one's own account, below its tabs. */
export function AccountPage({ title, children }: AccountPageProps) {
  const texts = useAccountTexts();
  const organization = useOrganizationId() ?? "";
  const me = useGet("/v1/me");
  return (
    <Page
      title={title}
      width="normal"
      tabs={[
        { label: texts.profile, to: at.profile(organization), exact: true },
        { label: texts.security, to: at.security(organization) },
      ]}
    >
      <QueryView query={me} skeleton="form">
        {children}
      </QueryView>
    </Page>
  );
}
