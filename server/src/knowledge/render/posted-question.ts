export interface Posted {
  resourceType: string;
  request: {
    url: string;
    headers: Record<string, string>;
    /** In base64. */
    postDataEntries?: { bytes?: string | undefined }[] | undefined;
  };
}

const LARGEST = 16_000;

/** Where sites keep count of who looks, or let people in and out. */
const marks =
  /(?:^|[/_-])(?:analytics|beacons?|collect|impressions?|logs?|logging|login|logout|metrics|pageviews?|sign-?(?:in|out|up)|telemetry|track(?:ing|er)?|vitals)(?:[/_-]|$)/i;

/** The JSON that a page posts where it asks for something, by GraphQL or in a search; undefined for all else. */
export function postedQuestion({ resourceType, request }: Posted): string | undefined {
  const { url, headers, postDataEntries = [] } = request;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  const isCall = resourceType === "XHR" || resourceType === "Fetch";
  if (!isCall || !/^application\/json(?:\s*;|$)/i.test(type) || marks.test(new URL(url).pathname)) return undefined;
  const body = Buffer.concat(postDataEntries.map(({ bytes = "" }) => Buffer.from(bytes, "base64")));
  if (body.length > LARGEST) return undefined;
  try {
    return changes(JSON.parse(body.toString())) ? undefined : body.toString();
  } catch {
    return undefined;
  }
}

/** Whether any operation of a GraphQL request does more than ask. */
function changes(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(changes);
  const query: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "query") : undefined;
  return typeof query === "string" && /(?:^|[\s}#,])(?:mutation|subscription)\b/.test(query);
}
