import { ArrowDownTrayIcon, ArrowsUpDownIcon, ArrowUpTrayIcon } from "@heroicons/react/16/solid";
import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { problemOf, useAgentId, useOrganizationId, useSearchState } from "../live/index.ts";
import { download } from "../settings/download.ts";
import { Button, Menu, MenuItem, toast } from "../ui/index.ts";
import { useAnswerTexts } from "./texts.ts";

const filters = ["q", "enabled", "state", "tag", "language"];

/** Answers in and out as a file; out goes what the list shows. */
export function AnswerFiles({ mayWrite }: { mayWrite: boolean }) {
  const texts = useAnswerTexts();
  const organization = useOrganizationId() ?? "";
  const agent = useAgentId() ?? "";
  const navigate = useNavigate();
  const [search] = useSearchState();
  const get = async (format: "csv" | "json") => {
    const query = new URLSearchParams({ format });
    for (const name of filters) if (search[name]) query.set(name, search[name]);
    try {
      const path = `/v1/agents/${encodeURIComponent(agent)}/verified-answers/export?${query}`;
      await download(path, organization, `verified-answers.${format}`);
      toast.done(texts.exported);
    } catch (error) {
      toast.problem(problemOf(error).message);
    }
  };
  return (
    <Menu align="end" trigger={<Button icon={ArrowsUpDownIcon}>{texts.importOrExport}</Button>}>
      {mayWrite && (
        <MenuItem
          icon={ArrowUpTrayIcon}
          onSelect={() => void navigate({ to: at.agent(organization, agent, "knowledge/answers/import") })}
        >
          {texts.import}
        </MenuItem>
      )}
      <MenuItem icon={ArrowDownTrayIcon} onSelect={() => void get("csv")}>
        {texts.exportCsv}
      </MenuItem>
      <MenuItem icon={ArrowDownTrayIcon} onSelect={() => void get("json")}>
        {texts.exportJson}
      </MenuItem>
    </Menu>
  );
}
