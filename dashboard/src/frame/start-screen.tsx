import { Navigate } from "@tanstack/react-router";
import { at } from "../addresses.ts";
import { useGet } from "../live/use-get.ts";
import { LoadFailure } from "../ui/query-view.tsx";
import { lastOrganization } from "./last-organization.ts";

/** `/`: on to the organization that was open last. Who is not signed in is led to sign in by that answer. */
export function StartScreen() {
  const { data, error, refetch } = useGet("/v1/organizations", { limit: 100 });
  if (data === undefined) return error && error.status !== 401 ? <LoadFailure error={error} onRetry={refetch} /> : null;
  const last = lastOrganization();
  const [first] = data.data;
  const id = data.data.find((each) => each.id === last)?.id ?? first?.id;
  return <Navigate to={id === undefined ? at.organizations() : at.home(id)} replace />;
}
