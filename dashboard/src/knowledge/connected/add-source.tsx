import { FolderIcon, GlobeAltIcon, LifebuoyIcon } from "@heroicons/react/16/solid";
import { useSearchState } from "../../live/index.ts";
import { Field, RadioCards } from "../../ui/index.ts";
import { AddSourcePanel } from "../add-source-panel.tsx";
import { AddConnectedPanel } from "./add-connected-panel.tsx";
import { useConnectedTexts } from "./texts.ts";

const kinds = ["website", "google-drive", "intercom"] as const;
type Kind = (typeof kinds)[number];
const icons = { website: GlobeAltIcon, "google-drive": FolderIcon, intercom: LifebuoyIcon };

/** Where the new source is, and then what of it. */
export function AddSource() {
  const texts = useConnectedTexts();
  const [search, setSearch] = useSearchState();
  const kind: Kind = kinds.find((one) => one === search["type"]) ?? "website";
  const choice = (
    <Field label={texts.kind} group>
      <RadioCards
        value={kind}
        columns={3}
        onChange={(type) => setSearch({ type: type === "website" ? null : type, account: null })}
        options={kinds.map((value) => ({
          value,
          label: texts.kinds[value],
          text: texts.kindTexts[value],
          icon: icons[value],
        }))}
      />
    </Field>
  );
  return kind === "website" ? (
    <AddSourcePanel choice={choice} />
  ) : (
    <AddConnectedPanel provider={kind} choice={choice} />
  );
}
