/** To Google or GitHub and back. */
import type { SocialProvider } from "@parley/contracts";
import type { Ground } from "./account-deps.ts";
import type { Caller } from "./auth-door.ts";
import { recordForPerson } from "./record-for-person.ts";
import type { Sessions } from "./sessions.ts";

interface Way {
  provider: SocialProvider;
}

export function createSocialSignIn(ground: Ground, sessions: Sessions) {
  const { door } = ground;
  const failed = ({ origin }: Caller, { provider }: Way) => `${origin}/sign-in?with=${provider}`;

  return {
    /** Where the browser goes now. `returnTo` is a path of the dashboard. */
    async begin(caller: Caller, { provider, returnTo }: Way & { returnTo: string }) {
      const { response, cookies } = await door.call(caller, (api, given) =>
        api.signInSocial({
          ...given,
          body: {
            provider,
            callbackURL: `${caller.origin}${returnTo}`,
            errorCallbackURL: failed(caller, { provider }),
            disableRedirect: true,
          },
        }),
      );
      return { url: String(response.url), cookies };
    },

    /** Where the browser goes in the end: where it wanted to, or back to the sign-in page with the reason. */
    async finish(caller: Caller, { provider, query }: Way & { query: Record<string, string | undefined> }) {
      const { location, cookies } = await door.follow(caller, (api, given) =>
        api.callbackOAuth({ ...given, method: "GET", params: { id: provider }, query }),
      );
      const signedIn = await sessions.find(cookies.map(pairOf).join("; "), null, false);
      if (signedIn) {
        const entry = { action: "person.signed-in", after: { with: provider } };
        await recordForPerson(ground, { caller, doer: signedIn.person }, entry);
      }
      return { location: location ?? `${failed(caller, { provider })}&error=failed`, cookies };
    },
  };
}

/** `name=value`, of a whole Set-Cookie. */
const pairOf = (cookie: string) => cookie.split(";", 1)[0] ?? "";
