import { SparklesIcon } from "@heroicons/react/16/solid";
import { useState } from "react";
import {
  Avatar,
  Badge,
  BarChart,
  Button,
  Card,
  CodeBlock,
  CopyField,
  Definitions,
  Diff,
  Duration,
  Highlight,
  Markdown,
  Num,
  Sparkline,
  Stat,
  Status,
  Time,
  Waterfall,
} from "../ui/index.ts";
import { Row } from "./row.tsx";

const tones = ["neutral", "accent", "success", "warning", "danger", "info"] as const;
const week = [12, 18, 9, 24, 31, 16, 22];
const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export function Shown() {
  const [count, setCount] = useState(128);
  return (
    <>
      <Row name="Badges">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge tone="accent" icon={SparklesIcon}>
          AI agent
        </Badge>
      </Row>
      <Row name="Status">
        {tones.map((tone) => (
          <Status key={tone} tone={tone} pulse={tone === "info"}>
            {tone}
          </Status>
        ))}
      </Row>
      <Row name="Avatars">
        {([16, 20, 24, 32, 40, 56] as const).map((size) => (
          <Avatar key={size} name="Ada Lovelace" size={size} />
        ))}
        <Avatar name="Bright Bakery" size={32} square />
        <Avatar name="🦊" size={32} />
        <Avatar name="محمد" size={32} />
      </Row>
      <Row name="Numbers and times">
        <Num value={1_284_400} />
        <Num value={1_284_400} style="compact" />
        <Num value={0.482} style="percent" />
        <Num value={48_200_000} style="bytes" />
        <Duration ms={340} />
        <Duration ms={74_000} />
        <Time at={Date.now() - 180_000} />
        <Time at={Date.now()} style="datetime" />
      </Row>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Stat
          label="Conversations"
          value={count}
          before={96}
          formula="All conversations that began in the last 7 days"
          to="/ui"
        >
          <Sparkline label="Conversations a day" values={week} />
        </Stat>
        <Stat
          label="Answered"
          value={0.91}
          before={0.94}
          format={(value) => `${Math.round(value * 100)} %`}
          formula="Answers with proof ÷ questions"
        />
        <Stat label="Time to first word" value={640} before={720} better="less" format={(value) => `${value} ms`} />
        <Stat label="Rated well" value={null} />
      </div>
      <Row name="Changes by itself">
        <Highlight of={count}>
          <Num value={count} />
        </Highlight>
        <Button size="small" onClick={() => setCount(count + 1)}>
          One more
        </Button>
      </Row>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <BarChart
            title="Questions a day"
            bars={days.map((label, place) => ({ label, value: week[place] ?? 0, also: place % 3 }))}
            parts={["Answered", "Not answered"]}
          />
        </Card>
        <Card title="Where the time went" text="From the question to the last word">
          <Waterfall
            label="Steps"
            totalMs={1_240}
            steps={[
              { label: "Search", startMs: 0, ms: 48, tone: "neutral" },
              { label: "First word", startMs: 48, ms: 512 },
              { label: "Writing", startMs: 560, ms: 610, tone: "success" },
              { label: "Checking proof", startMs: 1_170, ms: 70, tone: "warning", detail: "2 sentences" },
            ]}
          />
        </Card>
        <Card title="What changed">
          <div className="space-y-3">
            <Diff before="Friendly" after="Formal" />
            <Diff
              before="We are open from Monday to Friday, 7:00 to 18:00. On holidays we are closed."
              after="We are open from Monday to Saturday, 6:30 to 18:00. On holidays we are closed."
            />
            <Diff before={["Cakes", "Hours"]} after={["Hours", "Orders"]} />
          </div>
        </Card>
        <Card title="An answer" footer="2 sources">
          <Markdown
            text={
              "We are open **every day** from 7:00.\n\n- Weekdays until `18:00`\n- Sundays until `12:00`\n\nMore on [our page](https://example.com)."
            }
          />
        </Card>
        <Card title="To take along">
          <div className="space-y-3">
            <CopyField label="Agent id" value="agt_01m7wsxgp6f2bvdqf1j43j23jw" />
            <CopyField label="Key" secret value="pk_live_0123456789abcdef" />
            <CodeBlock
              title="Plain HTML"
              code={'<script async src="https://chat.example/widget.js" data-agent="agt_01m7"></script>'}
              wrap
            />
          </div>
        </Card>
        <Card title="Details" action={<Button size="small">Edit</Button>}>
          <Definitions
            items={[
              { term: "Address", value: "12 Mill Lane, York" },
              { term: "Language", value: "English" },
              { term: "Made", value: <Time at={Date.now()} style="date" /> },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
