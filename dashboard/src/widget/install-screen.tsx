import { useAgentId, useGet, useSearchState } from "../live/index.ts";
import { Banner, CodeBlock, QueryView, RadioCards } from "../ui/index.ts";
import { CheckInstall } from "./check-install.tsx";
import { SeenSites } from "./seen-sites.tsx";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";
import { WidgetPage } from "./widget-page.tsx";
import { type Way, writeSnippet } from "./write-snippet.ts";

/** How the widget comes onto a site, and whether it is there. */
export function InstallScreen() {
  const agentId = useAgentId() ?? "";
  const query = useGet("/v1/agents/{id}/snippet", { id: agentId });
  return (
    <WidgetPage>
      <QueryView query={query} skeleton="form">
        {({ server, local }) => (
          <div className="grid items-start gap-x-12 lg:grid-cols-2">
            <Snippet server={server} local={local} agentId={agentId} />
            <div className="min-w-0 border-t border-line pt-7 lg:border-t-0 lg:pt-0">
              <CheckInstall agentId={agentId} />
              <SeenSites agentId={agentId} />
            </div>
          </div>
        )}
      </QueryView>
    </WidgetPage>
  );
}

const WAYS: readonly Way[] = ["html", "react", "vue", "wordpress", "shopify", "gtm"];

function Snippet({ server, local, agentId }: { server: string; local: boolean; agentId: string }) {
  const texts = useWidgetTexts();
  const [search, setSearch] = useSearchState();
  const way = WAYS.find((each) => each === search["way"]) ?? "html";
  const { code, file } = writeSnippet(way, { server, agentId });
  return (
    <div className="min-w-0">
      <Section id="snippet" title={texts.snippet} text={texts.snippetText}>
        {local && <Banner tone="warning">{texts.localServer}</Banner>}
        <RadioCards
          label={texts.way}
          columns={3}
          value={way}
          onChange={(value) => setSearch({ way: value === "html" ? null : value })}
          options={WAYS.map((value) => ({ value, label: texts.ways[value] }))}
        />
        <ol className="list-decimal space-y-1.5 ps-5 text-pretty marker:text-muted">
          {texts.waySteps[way].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CodeBlock code={code} wrap={file === null || way === "shopify"} {...(file !== null && { title: file })} />
      </Section>
      <Section id="policy" title={texts.policyTitle} text={texts.policyText}>
        <CodeBlock wrap code={`script-src ${server}; frame-src ${server}; connect-src ${server}`} />
      </Section>
    </div>
  );
}
