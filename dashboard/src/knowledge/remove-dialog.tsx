import { useNavigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useOrganizationId } from "../live/index.ts";
import { ConfirmDialog } from "../ui/index.ts";
import { useKnowledgeTexts } from "./texts.ts";

export interface RemoveDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  text: string;
  agentId: string;
  /** The list that it was in. */
  list: "answers" | "documents";
  onRemove: () => Promise<unknown>;
}

/** Asks before something that an agent knows is removed, then leads back to where the rest of it is. */
export function RemoveDialog({ open, onClose, title, text, agentId, list, onRemove }: RemoveDialogProps) {
  const texts = useKnowledgeTexts();
  const organization = useOrganizationId() ?? "";
  const navigate = useNavigate();
  return (
    <ConfirmDialog
      danger
      open={open}
      onClose={onClose}
      title={title}
      description={text}
      confirm={texts.remove}
      onConfirm={async () => {
        await onRemove();
        void navigate({ to: at.agent(organization, agentId, `knowledge/${list}`) });
      }}
    />
  );
}
