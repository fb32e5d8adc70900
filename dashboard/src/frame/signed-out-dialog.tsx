import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { problemOf, useApi } from "../live/api.tsx";
import { sessions } from "../live/live-connection.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type Store, useStore } from "../ui/store.ts";
import { useFrameTexts } from "./texts.ts";

/** The session has ended while something was being typed: signing in elsewhere lets it go on here. */
export function SignedOutDialog({ state, signInAt }: { state: Store<boolean>; signInAt: () => string }) {
  const texts = useFrameTexts();
  const open = useStore(state);
  const api = useApi();
  const queries = useQueryClient();
  const [hint, setHint] = useState("");
  const look = async (quiet: boolean) => {
    try {
      await api.ask({ method: "get", path: "/v1/me", organization: null });
      state.set(false);
      setHint("");
      sessions.set(sessions.get() + 1);
      await queries.invalidateQueries();
    } catch (error) {
      const problem = problemOf(error);
      if (!quiet) setHint(problem.status === 401 ? texts.stillSignedOut : problem.message);
    }
  };
  useEffect(() => {
    if (!open) return;
    const onFocus = () => void look(true);
    addEventListener("focus", onFocus);
    return () => removeEventListener("focus", onFocus);
  });
  return (
    <Dialog
      open={open}
      onClose={() => state.set(false)}
      size="small"
      title={texts.signedOutTitle}
      description={texts.signedOutText}
      actions={
        <>
          <Button onClick={() => void look(false)}>{texts.signedInAgain}</Button>
          <Button look="primary" onClick={() => window.open(signInAt(), "_blank")}>
            {texts.signIn}
          </Button>
        </>
      }
    >
      <p role="status" className="text-danger-text empty:hidden">
        {hint}
      </p>
    </Dialog>
  );
}
