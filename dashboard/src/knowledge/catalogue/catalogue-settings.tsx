import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../../addresses.ts";
import { problemOf, useAgentId, useGet, useOrganizationId, useSend } from "../../live/index.ts";
import { Banner, Button, Dialog, Field, Input, QueryView, Select } from "../../ui/index.ts";
import { useCatalogueTexts } from "./texts.ts";

/** How long prices are quoted, and the address of a feed. */
export function CatalogueSettings({ open }: { open: boolean }) {
  const texts = useCatalogueTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const close = () => void navigate({ to: at.agent(organization, agent, "knowledge/catalogue") });
  const about = useGet("/v1/agents/{id}/catalogue", { id: agent }, { enabled: open });
  const change = useSend("patch", "/v1/agents/{id}/catalogue", {
    done: texts.saved,
    changes: ["products", "catalogue"],
  });
  return (
    <Dialog
      open={open}
      onClose={close}
      title={texts.settingsTitle}
      actions={<Button onClick={close}>{texts.close}</Button>}
    >
      <div className="space-y-7">
        <QueryView query={about} skeleton="form">
          {({ priceLimitDays, revision }) => (
            <Field label={texts.limit} help={texts.limitHelp}>
              <Select
                value={String(priceLimitDays)}
                options={[...new Set([1, 3, 7, 14, 30, 90, priceLimitDays ?? 7])]
                  .toSorted((one, other) => one - other)
                  .map((days) => ({ value: String(days), label: texts.days(days) }))
                  .concat({ value: "null", label: texts.always })}
                onChange={(value) =>
                  change.send({
                    params: { id: agent },
                    ifMatch: revision,
                    body: { priceLimitDays: value === "null" ? null : Number(value) },
                  })
                }
              />
            </Field>
          )}
        </QueryView>
        <Feed onDone={() => void navigate({ to: at.agent(organization, agent, "knowledge/sources") })} />
      </div>
    </Dialog>
  );
}

const schedules = ["1h", "6h", "1d", "1w"] as const;

function Feed({ onDone }: { onDone: () => void }) {
  const texts = useCatalogueTexts();
  const agent = useAgentId() ?? "";
  const [url, setUrl] = useState("");
  const [schedule, setSchedule] = useState<(typeof schedules)[number]>("1d");
  const [problem, setProblem] = useState<string | null>(null);
  const add = useSend("post", "/v1/agents/{id}/sources", { done: texts.feedAdded, changes: ["sources", "knowledge"] });
  const go = async () => {
    try {
      await add.sendAsync({ params: { id: agent }, body: { type: "catalogue", url, schedule } });
      onDone();
    } catch (error) {
      setProblem(problemOf(error).message);
    }
  };
  return (
    <section className="space-y-4 border-t border-line pt-5">
      <div>
        <h3 className="font-medium">{texts.feed}</h3>
        <p className="mt-1 text-sm text-muted">{texts.feedText}</p>
      </div>
      {problem !== null && <Banner tone="danger">{problem}</Banner>}
      <Field label={texts.feedUrl}>
        <Input
          type="url"
          value={url}
          onChange={setUrl}
          placeholder="https://shop.example.com/feed.xml"
          maxLength={2_048}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={texts.schedule}>
          <Select
            value={schedule}
            onChange={setSchedule}
            options={schedules.map((value) => ({ value, label: texts.schedules[value] }))}
          />
        </Field>
        <Button disabled={url.trim() === ""} loading={add.isSending} onClick={() => void go()}>
          {texts.addFeed}
        </Button>
      </div>
    </section>
  );
}
