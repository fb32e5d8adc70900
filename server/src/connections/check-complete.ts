import { Fault } from "@parley/contracts";

/** Each vendor has what it cannot be asked without. */
export function checkComplete({
  vendor,
  baseUrl,
  hasKey,
}: {
  vendor: string;
  baseUrl: string | null;
  hasKey: boolean;
}): void {
  if (vendor === "compatible" && baseUrl === null)
    throw new Fault("invalid_request", "Say at which address the server is, such as https://models.example.com/v1.", {
      field: "baseUrl",
    });
  if (vendor !== "compatible" && !hasKey)
    throw new Fault("invalid_request", "This vendor needs a key.", { field: "key" });
}
