import { Outlet, useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { at } from "../addresses.ts";
import { Providers } from "../live/providers.tsx";
import { createStore } from "../ui/store.ts";
import { Toasts } from "../ui/toast.tsx";
import { unsavedForms } from "../ui/unsaved-guard.tsx";
import { SignedOutDialog } from "./signed-out-dialog.tsx";

export const signedOut = createStore(false);

/** Around everything. */
export function RootScreen() {
  const router = useRouter();
  const onSignedOut = useCallback(() => {
    const { pathname, href } = router.state.location;
    const here = pathname === "/" || /^\/o(\/|$)/.test(pathname);
    if (!here) return;
    if (unsavedForms.get() > 0) signedOut.set(true);
    else void router.navigate({ to: "/sign-in", search: pathname === "/" ? {} : { return: href }, replace: true });
  }, [router]);
  return (
    <Providers onSignedOut={onSignedOut}>
      <Outlet />
      <SignedOutDialog signInAt={at.signIn} state={signedOut} />
      <Toasts />
    </Providers>
  );
}
