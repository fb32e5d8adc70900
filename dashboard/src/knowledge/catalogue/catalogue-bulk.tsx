import { useState } from "react";
import { useAgentId, useSend } from "../../live/index.ts";
import { Button, ConfirmDialog } from "../../ui/index.ts";
import { useCatalogueTexts } from "./texts.ts";

/** Several products at a time: away. */
export function CatalogueBulk({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const texts = useCatalogueTexts();
  const agent = useAgentId() ?? "";
  const [asking, setAsking] = useState(false);
  const bulk = useSend("post", "/v1/agents/{id}/products/bulk", {
    changes: ["products", "catalogue"],
    done: ({ changed }) => texts.removed(changed),
    onDone,
  });
  return (
    <>
      <Button size="small" look="danger-quiet" onClick={() => setAsking(true)}>
        {texts.remove}
      </Button>
      <ConfirmDialog
        danger
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.select(ids.length)}
        description={texts.removeText}
        confirm={texts.remove}
        onConfirm={() =>
          bulk.sendAsync({ params: { id: agent }, body: { action: "delete", ids: ids.slice(0, 1_000) } })
        }
      />
    </>
  );
}
