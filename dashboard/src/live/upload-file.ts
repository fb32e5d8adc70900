import { ParleyProblem } from "@parley/sdk";

export interface Upload {
  method: "POST" | "PUT";
  path: string;
  file: File;
  organization: string | null;
  ifMatch?: number;
  /** From 0 to 1, again and again. */
  onProgress?: (share: number) => void;
}

/** Sends one file, telling how far it is, which `fetch` cannot. @throws ParleyProblem */
export function uploadFile({ method, path, file, organization, ifMatch, onProgress }: Upload): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (status: number, answer: unknown) => reject(problemFrom(status, answer));
    request.open(method, path);
    if (organization !== null) request.setRequestHeader("parley-organization", organization);
    if (ifMatch !== undefined) request.setRequestHeader("if-match", `"${ifMatch}"`);
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total));
    request.addEventListener("error", () => fail(0, undefined));
    request.addEventListener("abort", () => fail(0, undefined));
    request.addEventListener("load", () => {
      const answer = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else fail(request.status, answer);
    });
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
}

function problemFrom(status: number, answer: unknown): ParleyProblem {
  const said: Record<string, unknown> = typeof answer === "object" && answer !== null ? { ...answer } : {};
  const detail = typeof said["detail"] === "string" ? said["detail"] : "The upload broke off. Try again.";
  return new ParleyProblem({ status, code: typeof said["code"] === "string" ? said["code"] : "unreachable", detail });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
