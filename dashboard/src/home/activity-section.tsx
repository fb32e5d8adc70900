import { at } from "../addresses.ts";
import { useOrganizationId, useSearchState } from "../live/index.ts";
import { BarChart, formatNumber, Sparkline, Stat, useStore } from "../ui/index.ts";
import { language } from "../texts/create-texts.ts";
import { useHomeTexts } from "./texts.ts";
import type { Home, Numbers } from "./types.ts";

/** What happened, compared with the same number of days before. */
export function ActivitySection({ home, numbers }: { home: Home; numbers: Numbers }) {
  const texts = useHomeTexts();
  const organization = useOrganizationId() ?? "";
  const [search] = useSearchState();
  const locale = useStore(language);
  const since = search["days"] ?? "7";
  const days = home.days.slice(home.days.length / 2);
  const dayName = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short" });
  const nameOf = (day: string) => dayName.format(new Date(`${day}T12:00:00Z`));
  const percent = (value: number) => formatNumber(value, { style: "percent", digits: 0 });
  return (
    <>
      <div className="grid grid-cols-2 gap-3 md:gap-4 xl:grid-cols-4">
        <Stat
          label={texts.conversations}
          value={numbers.conversations.now}
          before={numbers.conversations.before}
          formula={texts.conversationsFormula}
          to={at.conversations(organization, { since })}
        >
          <Sparkline values={days.map((day) => day.conversations)} label={texts.conversations} />
        </Stat>
        <Stat
          label={texts.questions}
          value={numbers.questions.now}
          before={numbers.questions.before}
          formula={texts.questionsFormula}
        >
          <Sparkline values={days.map((day) => day.questions)} label={texts.questions} />
        </Stat>
        <Stat
          label={texts.share}
          value={numbers.answeredShare.now}
          before={numbers.answeredShare.before}
          format={percent}
          formula={texts.shareFormula}
          to={at.conversations(organization, { since, outcome: "unanswered" })}
        >
          <Sparkline
            values={days.map(({ answered, questions }) => (questions === 0 ? 0 : answered / questions))}
            label={texts.share}
          />
        </Stat>
        <Stat
          label={texts.ratings}
          value={numbers.ratedDown.now}
          before={numbers.ratedDown.before}
          better="less"
          formula={texts.ratingsFormula}
          to={at.conversations(organization, { since, rating: "down" })}
        />
      </div>
      <BarChart
        title={texts.perDay}
        parts={[texts.answeredPart, texts.unansweredPart]}
        bars={days.map((day) => ({
          label: nameOf(day.day),
          value: day.answered,
          also: day.questions - day.answered,
        }))}
      />
    </>
  );
}
