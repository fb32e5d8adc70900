import { UserMinusIcon } from "@heroicons/react/20/solid";
import { type ReactNode, useState } from "react";
import { type RowOf, usePermissions, useSend } from "../live/index.ts";
import { Checkbox, ConfirmDialog, MenuItem, toast } from "../ui/index.ts";
import { useMembersTexts } from "./members-texts.ts";

type Member = RowOf<"/v1/members">;

/** Takes somebody out, with undo. Who made keys that still open something is asked about them first. */
export function useRemoveMember({ userId, name, liveKeys }: Member): { item: ReactNode; dialog: ReactNode } {
  const texts = useMembersTexts();
  const mayRevoke = usePermissions().can("keys:write");
  const [asking, setAsking] = useState(false);
  const [withKeys, setWithKeys] = useState(mayRevoke);
  const changes = ["members", "teams", "roles", "keys"];
  const restore = useSend("post", "/v1/members/{userId}/restore", { done: texts.restored(name), changes });
  const remove = useSend("delete", "/v1/members/{userId}", {
    changes,
    onDone: () => toast.done(texts.removed(name), { undo: () => restore.send({ params: { userId } }) }),
  });
  const ask = () => {
    setWithKeys(mayRevoke);
    setAsking(true);
  };
  const item = (
    <MenuItem icon={UserMinusIcon} danger onSelect={() => (liveKeys > 0 ? ask() : remove.send({ params: { userId } }))}>
      {texts.remove}
    </MenuItem>
  );
  const dialog = (
    <ConfirmDialog
      open={asking}
      onClose={() => setAsking(false)}
      title={texts.removeTitle(name)}
      description={texts.removeText(name, liveKeys)}
      confirm={texts.remove}
      onConfirm={() => remove.sendAsync({ params: { userId, revokeKeys: withKeys ? "true" : "false" } })}
    >
      {mayRevoke ? (
        <Checkbox
          checked={withKeys}
          onChange={setWithKeys}
          label={texts.revokeKeys(liveKeys)}
          help={withKeys ? texts.keysRevoked : texts.keysStay}
        />
      ) : (
        <p className="text-pretty text-muted">{texts.keysStayHere}</p>
      )}
    </ConfirmDialog>
  );
  return { item, dialog };
}
