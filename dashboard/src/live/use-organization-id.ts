import { useParams } from "@tanstack/react-router";

/** The organization of the address, null where it names none. */
export function useOrganizationId(): string | null {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  return textOf(params["organization"]);
}

/** The agent of the address, null where it names none. */
export function useAgentId(): string | null {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  return textOf(params["agent"]);
}

/** A named part of the address, as the route declares it with `$name`. Empty where it is missing. */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  return textOf(params[name]) ?? "";
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
