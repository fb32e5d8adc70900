import { at } from "../addresses.ts";
import { useOrganizationId } from "../live/index.ts";
import { Avatar, formatNumber, Num, RouteLink, TextLink } from "../ui/index.ts";
import { useHomeTexts } from "./texts.ts";
import type { Home } from "./types.ts";

const SHOWN = 5;

/** The agents that were active last, and what visitors asked them in the period. */
export function AgentsSection({ agents }: { agents: Home["agents"] }) {
  const texts = useHomeTexts();
  const organization = useOrganizationId() ?? "";
  const shown = agents.slice(0, SHOWN);
  return (
    <section aria-label={texts.agents} className="min-w-0">
      <table className="w-full">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="pb-2 text-start text-lg font-semibold text-text">
              {texts.agents}
            </th>
            <th scope="col" className="pb-2 ps-4 text-end font-normal">
              {texts.conversations}
            </th>
            <th scope="col" className="pb-2 ps-4 text-end font-normal">
              {texts.share}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {shown.map(({ id, name, logoUrl, conversations, questions, answered }) => (
            <tr key={id} className="h-row">
              <th scope="row" className="w-full max-w-0 py-1 text-start font-normal">
                <RouteLink
                  to={at.conversations(organization, { agentId: id })}
                  className="flex min-w-0 items-center gap-2 rounded-control hover:underline"
                >
                  <Avatar square size={20} name={name} src={logoUrl} />
                  <bdi className="truncate">{name}</bdi>
                </RouteLink>
              </th>
              <td className="py-1 ps-4 text-end">
                <Num value={conversations.now} />
              </td>
              <td className="py-1 ps-4 text-end tabular-nums">
                {questions === 0
                  ? texts.noQuestions
                  : formatNumber(answered / questions, { style: "percent", digits: 0 })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {agents.length > SHOWN && (
        <p className="border-t border-line pt-3">
          <TextLink to={at.agents(organization)}>{texts.allAgents}</TextLink>
        </p>
      )}
    </section>
  );
}
