import { useGet, useOrganization, useSearchState, useTimeZone } from "../live/index.ts";
import { AfterMoment, Page, QueryView, SegmentedControl, Skeleton } from "../ui/index.ts";
import { ActivitySection } from "./activity-section.tsx";
import { AgentsSection } from "./agents-section.tsx";
import { AttentionSection } from "./attention-section.tsx";
import { StartSection } from "./start-section.tsx";
import { useHomeTexts } from "./texts.ts";
import type { Home } from "./types.ts";

/** What touches these numbers and lines when it changes. */
const live = [
  "conversations",
  "agents",
  "versions",
  "sources",
  "documents",
  "verified-answers",
  "connections",
  "installs",
  "mails",
  "members",
  "invitations",
];
const periods = ["7", "30", "90"] as const;
type Period = (typeof periods)[number];

/** The first screen of an organization. */
export function HomeScreen() {
  const texts = useHomeTexts();
  const [search, setSearch] = useSearchState();
  const timeZone = useTimeZone();
  const organization = useOrganization();
  const period = periods.find((days) => days === search["days"]) ?? "7";
  const query = useGet("/v1/home", { days: Number(period), timeZone }, { live, keep: true });
  const choose = (days: Period) => setSearch({ days: days === "7" ? null : days });
  const options = periods.map((value) => ({ value, label: texts.periods[value] }));
  return (
    <Page
      title={texts.home}
      heading={organization?.name ?? texts.home}
      action={
        query.data !== undefined &&
        happened(query.data) && (
          <SegmentedControl value={period} onChange={choose} options={options} label={texts.period} />
        )
      }
    >
      <QueryView query={query} skeleton={<HomeSkeleton />}>
        {(home) => <Content home={home} />}
      </QueryView>
    </Page>
  );
}

/** Empty charts say nothing: until something happened, the way there stands in their place. */
const happened = ({ numbers }: Home) =>
  numbers !== null && numbers.conversations.now + numbers.conversations.before + numbers.questions.now > 0;

function Content({ home }: { home: Home }) {
  const texts = useHomeTexts();
  const busy = happened(home);
  return (
    <div className="flex flex-col gap-8">
      {home.start !== null && !busy && <StartSection start={home.start} />}
      {busy && home.numbers !== null && <ActivitySection home={home} numbers={home.numbers} />}
      {home.numbers === null && <p className="text-muted">{texts.noAccess}</p>}
      <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        {(busy || home.attention.length > 0) && <AttentionSection items={home.attention} />}
        <div className="flex min-w-0 flex-col gap-8">
          {home.start !== null && busy && <StartSection start={home.start} small />}
          {home.agents.length > 0 && <AgentsSection agents={home.agents} />}
        </div>
      </div>
    </div>
  );
}

function HomeSkeleton() {
  return (
    <AfterMoment>
      <div className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
        {[0, 1, 2, 3].map((place) => (
          <Skeleton key={place} className="h-32 w-full" />
        ))}
      </div>
      <Skeleton className="mt-8 h-56 w-full" />
      <Skeleton className="mt-8 h-40 w-full" />
    </AfterMoment>
  );
}
