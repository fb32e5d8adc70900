import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { FieldValues } from "react-hook-form";
import { at } from "../addresses.ts";
import { type AnswerOf, useAgentId, useApi, useOrganizationId } from "../live/index.ts";
import { Banner, type KitForm, TextLink } from "../ui/index.ts";
import { useAnswerTexts } from "./texts.ts";

type Similar = AnswerOf<"/v1/agents/{id}/verified-answers/similar", "post">;

const AFTER_MS = 400;

/** While a question is written: answers that are there already, so that nobody writes one twice. */
export function SimilarAnswers<V extends FieldValues>({
  form,
  exceptId,
}: {
  form: KitForm<V>;
  exceptId?: string | undefined;
}) {
  const texts = useAnswerTexts();
  const organization = useOrganizationId();
  const agent = useAgentId() ?? "";
  const api = useApi();
  const question = useSettled(String(form.hook.watch()["question"] ?? "").trim());
  const { data } = useQuery({
    queryKey: ["/v1/agents/{id}/verified-answers/similar", { id: agent, question, exceptId }, organization],
    queryFn: async ({ signal }): Promise<Similar> => {
      const body = { question, ...(exceptId !== undefined && { exceptId }) };
      const path = "/v1/agents/{id}/verified-answers/similar";
      // What comes was read off the same description that the address was.
      return (await api.ask({ method: "post", path, params: { id: agent }, body, organization, signal })) as Similar;
    },
    enabled: question.length > 2,
  });
  if (question.length <= 2 || data === undefined || data.data.length === 0) return null;
  return (
    <Banner tone="warning" title={texts.similarTitle}>
      <ul className="space-y-1">
        {data.data.slice(0, 3).map(({ answerId, wording, match }) => (
          <li key={answerId} dir="auto">
            <TextLink to={at.agent(organization ?? "", agent, `knowledge/answers/${answerId}`)}>{wording}</TextLink>
            {` · ${match === "same" ? texts.same : texts.near}`}
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** What it was a moment ago, once it has stopped changing. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), AFTER_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
