/** One page of the reference: the conventions, or the operations of one tag. */
import { conventions } from "./conventions.ts";
import { describeLimits, describeSchema, typeOf } from "./describe-schema.ts";
import { exampleOf } from "./example-of.ts";
import { type Html, markup, trusted, words } from "./html.ts";
import { type Answer, groupByTag, type Operation, type Parameter, slugOf } from "./list-operations.ts";
import { addressOf, curlExample, exampleParameters, sdkExample } from "./request-examples.ts";

export interface DocsPage {
  operations: readonly Operation[];
  /** Null: the conventions. */
  tag: string | null;
  version: string;
  /** The addresses of style and script, with what makes them new when they change. */
  assets: { style: string; script: string };
}

export function docsPage({ operations, tag, version, assets }: DocsPage): string {
  const groups = groupByTag(operations);
  const own = groups.find(([name]) => name === tag)?.[1] ?? [];
  const title = tag === null ? "API reference" : titleOf(tag);
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${tag === null ? "" : `${title} · `}Parley API</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="${assets.style}" />
        <script src="${assets.script}" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top">
          <button type="button" class="menu" aria-expanded="false" aria-controls="navigation">Menu</button>
          <a class="brand" href="/docs">${trusted(MARK)}<span>Parley API</span></a
          ><span class="version">${version}</span>
          <div class="access"></div>
        </header>
        <nav id="navigation" aria-label="Reference">
          <label class="find"
            ><span class="hidden">Find an operation</span
            ><input type="search" placeholder="Find (press /)" autocomplete="off" spellcheck="false"
          /></label>
          <p class="none" role="status" hidden>Nothing is named like that.</p>
          ${navigation(groups, tag)}
        </nav>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${tag === null ? conventions.map(section) : own.map(operationSection)}
        </main>
      </body>
    </html> `.text;
}

const MARK = `<svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M16 3C8.3 3 2 8.1 2 14.6c0 3.5 1.9 6.7 4.9 8.8L6 29l6.3-3.1c1.2.2 2.4.4 3.7.4 7.7 0 14-5.2 14-11.7S23.7 3 16 3Z"/></svg>`;

const named: Record<string, string> = {
  me: "Your account",
  mails: "Mail",
  audit: "Audit log",
  keys: "API keys",
  live: "Live news",
};
const titleOf = (tag: string) => named[tag] ?? tag.charAt(0).toUpperCase() + tag.slice(1).replaceAll("-", " ");

function navigation(groups: readonly [string, Operation[]][], tag: string | null): Html {
  const page = (address: string, here: boolean, title: string) =>
    markup`<a href="${address}" ${here ? trusted(' aria-current="page"') : ""}>${title}</a>`;
  const items = (list: readonly Html[]) =>
    markup`<ul>
      ${list}
    </ul>`;
  return markup`<div class="group">
      <h2>${page("/docs", tag === null, "Conventions")}</h2>
      ${items(conventions.map(({ id, title }) => markup`<li><a href="/docs#${id}">${title}</a></li>`))}
    </div>
    ${groups.map(([name, operations]) => {
      const address = `/docs/${slugOf(name)}`;
      return markup`<div class="group">
        <h2>${page(address, name === tag, titleOf(name))}</h2>
        ${items(
          operations.map(
            ({ id, method, path, summary }) =>
              markup`<li data-find="${`${method} ${path} ${summary}`.toLowerCase()}">
                <a href="${address}#${id}"
                  ><span class="method ${method.toLowerCase()}">${method}</span><span>${shortPath(path)}</span></a
                >
              </li>`,
          ),
        )}
      </div>`;
    })}`;
}

const shortPath = (path: string) => path.replace(/^\/v1/, "");

function section({ id, title, content }: (typeof conventions)[number]): Html {
  return markup`<section id="${id}" class="prose">
    <h2><a href="#${id}">${title}</a></h2>
    ${content}
  </section>`;
}

function operationSection(operation: Operation): Html {
  const { id, method, path, summary, parameters, body, answers } = operation;
  const shown = (place: Parameter["place"]) => parameters.filter((parameter) => parameter.place === place);
  return markup`<section
    id="${id}"
    class="operation"
    data-method="${method}"
    data-path="${path}"
    data-permission="${operation.permission}"
  >
    <div class="about">
      <h2><a href="#${id}">${words(summary)}</a></h2>
      <p class="address"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
      ${permissionNote(operation)} ${parameterList("In the address", shown("path"))}
      ${parameterList("Query", shown("query"))} ${parameterList("Headers", shown("header"))}
      ${
        body
          ? markup`<h3>Body</h3>
              ${describeSchema(body.schema)}`
          : ""
      }
      <h3>Answer</h3>
      ${answers.length === 0 ? markup`<p>As described above; its content is not JSON.</p>` : answers.map(answerNote)}
    </div>
    <div class="examples">
      ${example("curl", "curl", curlExample(operation))} ${example("sdk", "TypeScript", sdkExample(operation))}
      ${answers.map((answer) => exampleAnswer(answer))} ${tryIt(operation)}
    </div>
  </section>`;
}

function permissionNote({ permission, permissionWords }: Operation): Html {
  if (permission === "") return markup`<p class="permission">Needs no key.</p>`;
  if (permission === "any") return markup`<p class="permission">Needs a key of any scope, or a session.</p>`;
  if (permission === "person") return markup`<p class="permission">Needs a signed-in person; a key cannot do this.</p>`;
  const meaning = permissionWords === "" ? "" : `: ${permissionWords}`;
  return markup`<p class="permission">Needs <code>${permission}</code>${meaning}.</p>`;
}

function parameterList(title: string, parameters: readonly Parameter[]): Html {
  if (parameters.length === 0) return trusted("");
  return markup`<h3>${title}</h3>
    <ul class="fields">
      ${parameters.map(
        ({ name, required, description, schema }) =>
          markup`<li>
            <div class="field">
              <code class="name">${name}</code> <span class="type">${typeOf(schema)}</span>${
                required ? markup` <span class="needed">required</span>` : ""
              }
            </div>
            ${description === "" ? "" : markup`<div class="facts">${words(description)}</div>`}${describeLimits(schema)}
          </li>`,
      )}
    </ul>`;
}

function answerNote({ status, mediaType, schema }: Answer): Html {
  const fields = schema ? describeSchema(schema) : trusted("");
  if (status === "204") return markup`<p><code>204</code> without content</p>`;
  const line = markup`<code>${status}</code
    >${mediaType === "" || mediaType === "application/json" ? "" : ` ${mediaType}`}`;
  if (fields.text === "") return markup`<p>${line} ${schema ? typeOf(schema) : ""}</p>`;
  return markup`<details class="answer">
    <summary>${line} Fields</summary>
    ${fields}
  </details>`;
}

function example(kind: string, title: string, code: string): Html {
  return markup`<figure class="code" data-kind="${kind}">
    <figcaption>${title}<button type="button" class="copy">Copy</button></figcaption>
    <pre tabindex="0"><code>${code}</code></pre>
  </figure>`;
}

function exampleAnswer({ status, schema }: Answer): Html {
  if (!schema) return trusted("");
  const json = JSON.stringify(exampleOf(schema, { whole: true }), null, 2);
  return markup`<details class="code">
    <summary>Example answer <code>${status}</code></summary>
    <pre tabindex="0"><code>${json}</code></pre>
  </details>`;
}

/** What the script makes a form of; without it the examples above do. */
function tryIt(operation: Operation): Html {
  const { body, parameters } = operation;
  const paths = Object.fromEntries(exampleParameters(operation, "path"));
  const fields = {
    path: Object.keys(paths),
    query: parameters.filter(({ place }) => place === "query").map(({ name, required }) => ({ name, required })),
    body: body ? JSON.stringify(body.example, null, 2) : null,
    address: addressOf(operation),
  };
  return markup`<div class="try" data-try="${JSON.stringify(fields)}"></div>`;
}
