/** What holds for all of the API: the first page of the reference. */
import { faultCatalogue } from "@parley/contracts";
import { type Html, markup } from "./html.ts";

export interface Convention {
  id: string;
  title: string;
  content: Html;
}

export const conventions: readonly Convention[] = [
  {
    id: "start",
    title: "Start",
    content: markup`<p>
        Everything under <code>/v1</code> speaks JSON over HTTP. Whatever the dashboard can do, this API can do: the
        dashboard is only one of its clients.
      </p>
      <p>
        Make an API key in the dashboard under Settings, or on the machine of the server, and send it with each request:
      </p>
      <pre tabindex="0"><code>export PARLEY=http://127.0.0.1:3000
export KEY=$(npm run --silent parley -- key create --name docs)
curl -s "$PARLEY/v1/agents" -H "authorization: Bearer $KEY"</code></pre>
      <p>
        A key belongs to one organization and may do what its scopes say. In a browser, a signed-in session may do what
        its member's role says; the header <code>Parley-Organization: org_…</code> names the organization. Ids carry a
        prefix that says what they name, and sort by age.
      </p>
      <p>In TypeScript, with the types of every request and answer:</p>
      <pre tabindex="0"><code>import { createClient } from "@parley/sdk";

const client = createClient({ baseUrl: "http://127.0.0.1:3000", apiKey: process.env.KEY });
for await (const agent of client.all("/v1/agents")) console.log(agent.name);</code></pre>`,
  },
  {
    id: "pages",
    title: "Lists and pages",
    content: markup`<p>
      A list answers <code>{ "data": [...], "next": CURSOR or null }</code>. Ask on with <code>?cursor=CURSOR</code> and
      the same filters until <code>next</code> is null. <code>limit</code> is 50 unless you say otherwise, and at most
      200. What is made while you read does not move the pages.
    </p>`,
  },
  {
    id: "repeating",
    title: "Repeating a request safely",
    content: markup`<p>
        Send <code>Idempotency-Key</code> with a POST, 1 to 255 printable ASCII characters, a new one for each thing you
        mean to do. Sent again under the same key, the request is done once and answered as the first time, with
        <code>Idempotency-Replayed: true</code>. That holds for a day, for streams too.
      </p>
      <ul>
        <li>Another request under the same key is refused: <code>repeated_differently</code>.</li>
        <li>While the first one is under way: <code>still_running</code>, with when to ask again.</li>
        <li>What failed on our side (5xx) or was too much at once (429) is not kept: it is done anew.</li>
        <li>
          An answer over 1 MB is not kept. The request is still not done twice; its repetition is answered with
          <code>conflict</code>.
        </li>
      </ul>
      <p>The sdk sends a key with every POST and repeats what failed on the way by itself.</p>`,
  },
  {
    id: "revisions",
    title: "Two people edit the same",
    content: markup`<p>
      What two people may edit carries a <code>revision</code> and answers it as <code>ETag: "3"</code>. Send the one
      that you saw with your change, <code>If-Match: "3"</code>. If somebody was faster, nothing is changed and you are
      told: <code>stale</code>, 412. Without <code>If-Match</code> the last one wins.
    </p>`,
  },
  {
    id: "limits",
    title: "Limits",
    content: markup`<p>
        Requests are counted for each key or session, organization, agent and network address. The answer says how it
        stands:
      </p>
      <pre tabindex="0"><code>RateLimit-Policy: "key";q=600;w=60, "organization";q=6000;w=60
RateLimit: "key";r=299;t=1, "organization";r=2999;t=1</code></pre>
      <p>
        <code>q</code> requests in <code>w</code> seconds; <code>r</code> are left, and in <code>t</code> seconds it is
        as if you had never asked. Half a minute's allowance may come at once. Beyond it: <code>rate_limited</code>,
        429, with <code>Retry-After</code> in seconds.
      </p>`,
  },
  {
    id: "problems",
    title: "When something goes wrong",
    content: markup`<p>
        The answer is <code>application/problem+json</code>. <code>code</code> is stable, <code>detail</code> a sentence
        for people, <code>field</code> the field at fault where there is one, and <code>requestId</code> what to name
        when you ask for help; every answer carries it as <code>X-Request-Id</code>.
      </p>
      <pre tabindex="0"><code>{
  "type": "urn:parley:problem:not_found",
  "title": "There is no such thing here",
  "status": 404,
  "code": "not_found",
  "detail": "There is no agent with this id.",
  "requestId": "req_01kahc2v7m9q4r5s6t8w3x0yzb"
}</code></pre>
      <p>What belongs to another organization is answered as if it were not there.</p>
      <div class="wide" tabindex="0" role="region" aria-label="Codes of problems">
        <table>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Status</th>
              <th scope="col">What it means</th>
            </tr>
          </thead>
          <tbody>
            ${Object.entries(faultCatalogue).map(
              ([code, { status, title }]) =>
                markup`<tr>
                  <td><code>${code}</code></td>
                  <td>${status}</td>
                  <td>${title}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  },
  {
    id: "tools",
    title: "For your tools",
    content: markup`<p>
      <a href="/openapi.json">The OpenAPI 3.1 document</a>, made from the same schemas that check requests and answers,
      and <a href="/docs/postman.json" download="parley.postman_collection.json">a Postman collection</a> with variables
      for the address and the key.
    </p>`,
  },
];
