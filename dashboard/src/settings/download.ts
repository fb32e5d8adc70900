/** Fetches a file of the organization and hands it to the browser's downloads. @throws Error with a sentence for people */
export async function download(path: string, organization: string, fallbackName: string): Promise<void> {
  const response = await fetch(path, { headers: { "parley-organization": organization } });
  if (!response.ok) throw new Error(await sentenceOf(response));
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = named ?? fallbackName;
  link.click();
  // The browser has begun by then; the bytes may go.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function sentenceOf(response: Response): Promise<string> {
  const problem: unknown = await response.json().catch(() => null);
  const detail: unknown = typeof problem === "object" && problem !== null ? Reflect.get(problem, "detail") : undefined;
  return typeof detail === "string" ? detail : response.statusText;
}
