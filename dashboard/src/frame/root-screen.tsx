import { Outlet, useRouter } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { at } from "../addresses.ts";
import { Providers } from "../live/providers.tsx";
import { PageDirection } from "./page-direction.tsx";
import { createStore, useStore } from "../ui/store.ts";
import { Toasts } from "../ui/toast.tsx";
import { unsavedForms } from "../ui/unsaved-forms.ts";

const signedOut = createStore(false);
const SignedOutDialog = lazy(async () => ({
  default: (await import("./signed-out-dialog.tsx")).SignedOutDialog,
}));

/** Around everything. */
export function RootScreen() {
  const router = useRouter();
  const isOut = useStore(signedOut);
  const onSignedOut = useCallback(() => {
    const { pathname, href } = router.state.location;
    const here = pathname === "/" || /^\/o(\/|$)/.test(pathname);
    if (!here) return;
    if (unsavedForms.get() > 0) signedOut.set(true);
    else void router.navigate({ to: "/sign-in", search: pathname === "/" ? {} : { return: href }, replace: true });
  }, [router]);
  return (
    <Providers onSignedOut={onSignedOut}>
      <PageDirection>
        <Outlet />
        <Suspense>{isOut && <SignedOutDialog signInAt={at.signIn} state={signedOut} />}</Suspense>
        <Toasts />
      </PageDirection>
    </Providers>
  );
}
