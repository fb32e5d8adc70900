import { XMarkIcon } from "@heroicons/react/16/solid";
import { useList, usePermissions, type RowOf, useSend } from "../live/index.ts";
import { Badge, type Column, DataTable, Empty, IconButton, Num, RowsView, TextLink, Time } from "../ui/index.ts";
import { Section } from "./section.tsx";
import { useWidgetTexts } from "./texts.ts";

type Install = RowOf<"/v1/agents/{id}/installs">;

/** Where browsers have shown the widget. */
export function SeenSites({ agentId }: { agentId: string }) {
  const texts = useWidgetTexts();
  const { can } = usePermissions();
  const list = useList("/v1/agents/{id}/installs", { id: agentId });
  const forgetting = useSend("delete", "/v1/agents/{id}/installs", { done: texts.forgotten, changes: ["installs"] });
  const columns: Column<Install>[] = [
    {
      id: "site",
      header: texts.site,
      phone: "title",
      cell: ({ origin, local }) => (
        <span className="flex min-w-0 items-center gap-2">
          <TextLink href={origin} quiet>
            <span className="truncate">{origin.replace(/^https?:\/\//, "")}</span>
          </TextLink>
          {local && <Badge>{texts.local}</Badge>}
        </span>
      ),
    },
    {
      id: "seen",
      header: texts.lastSeen,
      phone: "aside",
      width: "7rem",
      cell: ({ lastSeenAt }) => <Time at={lastSeenAt} />,
    },
    {
      id: "opened",
      header: texts.opened,
      align: "end",
      width: "8.5rem",
      cell: ({ opened, openedToday }) => (
        <span title={texts.openedToday(openedToday)}>
          <Num value={opened} />
        </span>
      ),
    },
  ];
  if (can("agents:write"))
    columns.push({
      id: "forget",
      header: texts.forgetColumn,
      align: "end",
      width: "5rem",
      cell: ({ origin }) => (
        <IconButton
          name={texts.forget}
          icon={XMarkIcon}
          size="small"
          onClick={() => forgetting.send({ params: { id: agentId, origin } })}
        />
      ),
    });
  return (
    <Section id="seen" title={texts.seen} text={texts.seenText}>
      <RowsView
        query={list}
        skeleton="rows"
        empty={<Empty small picture="search" title={texts.seenNone} text={texts.seenNoneText} />}
      >
        {(rows) => <DataTable label={texts.seen} rows={rows} rowId={(install) => install.origin} columns={columns} />}
      </RowsView>
    </Section>
  );
}
