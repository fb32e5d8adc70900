// The reference comes whole from the server; this adds finding, copying and trying.
const KEY = "parley-docs-key";
const ORGANIZATION = "parley-docs-organization";
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};
const remember = (name) => sessionStorage.getItem(name) ?? "";

const theme = /(?:^|;\s*)parley_look=(light|dark)\./.exec(document.cookie)?.[1];
if (theme) document.documentElement.dataset.theme = theme;

const menu = document.querySelector(".menu");
const navigation = document.querySelector("nav");
const openMenu = (open) => {
  navigation.classList.toggle("open", open);
  menu.setAttribute("aria-expanded", String(open));
};
menu.addEventListener("click", () => openMenu(!navigation.classList.contains("open")));
navigation.addEventListener("click", (event) => event.target.closest("a") && openMenu(false));

const search = navigation.querySelector("input");
search.addEventListener("input", () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of navigation.querySelectorAll(".group")) {
    let inGroup = 0;
    for (const item of group.querySelectorAll("li")) {
      const text = item.dataset.find ?? item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) inGroup += 1;
    }
    group.hidden = words.length > 0 && inGroup === 0;
    found += inGroup;
  }
  navigation.querySelector(".none").hidden = found > 0;
});
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "Escape") openMenu(false);
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  openMenu(true);
  search.focus();
});

const markPlace = () => {
  for (const link of navigation.querySelectorAll("li a")) {
    const here = link.pathname === location.pathname && location.hash !== "" && link.hash === location.hash;
    if (here) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};
addEventListener("hashchange", markPlace);
markPlace();
navigation.querySelector("[aria-current]")?.scrollIntoView({ block: "center" });

for (const button of document.querySelectorAll(".copy")) {
  button.addEventListener("click", async () => {
    const text = button.closest("figure").querySelector("pre").textContent;
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    button.textContent = done ? "Copied" : "Select it and copy";
    setTimeout(() => (button.textContent = "Copy"), 2_000);
  });
}

// Who asks: a key kept until this tab is closed, or the session of the dashboard.
const state = element("span", { className: "state" });
const showAccess = () => {
  const key = remember(KEY);
  const organization = remember(ORGANIZATION);
  state.textContent = key ? `Key ${key.slice(0, 11)}…` : organization ? "Your session" : "";
};
const openAccess = async () => {
  const key = element("input", { type: "password", value: remember(KEY), autocomplete: "off", spellcheck: false });
  const organization = element("select", {}, element("option", { value: "", textContent: "none" }));
  const dialog = element("dialog");
  const form = element(
    "form",
    { method: "dialog" },
    element("label", {}, "API key", key),
    element("label", {}, "Or, signed in to the dashboard, an organization", organization),
    element(
      "div",
      { className: "row" },
      element("button", { type: "submit", value: "cancel", textContent: "Cancel", formNoValidate: true }),
      element("button", { type: "submit", value: "use", className: "primary", textContent: "Use" }),
    ),
  );
  const title = element("h2", { textContent: "Who asks", id: "access-title" });
  dialog.setAttribute("aria-labelledby", "access-title");
  dialog.append(
    title,
    element("p", { textContent: "Kept in this tab until it is closed, and sent to this server alone." }),
    form,
  );
  dialog.addEventListener("close", () => {
    if (dialog.returnValue === "use") {
      sessionStorage.setItem(KEY, key.value.trim());
      sessionStorage.setItem(ORGANIZATION, organization.value);
    }
    showAccess();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  key.focus();
  const answer = await fetch("/v1/organizations").catch(() => null);
  if (!answer?.ok) return;
  const { data = [] } = await answer.json();
  for (const { id, name } of data) organization.append(element("option", { value: id, textContent: name }));
  organization.value = remember(ORGANIZATION);
};
const access = element("button", { type: "button", textContent: "Set API key" });
access.addEventListener("click", openAccess);
document.querySelector(".access").append(state, access);
showAccess();

function headersFor(method, body) {
  const headers = {};
  const key = remember(KEY);
  if (key) headers.authorization = `Bearer ${key}`;
  else if (remember(ORGANIZATION)) headers["parley-organization"] = remember(ORGANIZATION);
  if (method === "POST") headers["idempotency-key"] = String(crypto.getRandomValues(new Uint32Array(4)).join("-"));
  if (body !== undefined) headers["content-type"] = "application/json";
  return headers;
}

function addressFrom(path, values, query) {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(values.get(name) ?? ""));
  const search = new URLSearchParams([...query].filter(([, value]) => value !== ""));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

async function show(response, { status, output, since }) {
  const time = () => `${Math.round(performance.now() - since)} ms`;
  const line = () =>
    `${response.status} ${response.statusText} · ${time()} · ${response.headers.get("x-request-id") ?? ""}`;
  status.className = response.ok ? "status good" : "status bad";
  status.textContent = line();
  output.hidden = false;
  output.textContent = "";
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/event-stream")) {
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) output.textContent += text;
    status.textContent = line();
    return;
  }
  const text = await response.text();
  status.textContent = line();
  try {
    output.textContent = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    output.textContent = text === "" ? "No content." : text.slice(0, 100_000);
  }
}

function buildForm(place) {
  const { method, path, permission } = place.closest("section").dataset;
  const { path: names, query, body } = JSON.parse(place.dataset.try);
  const values = new Map();
  const asked = new Map();
  const input = (name, into, required) => {
    const field = element("input", { type: "text", required, autocomplete: "off", spellcheck: false });
    field.addEventListener("input", () => into.set(name, field.value));
    return element("label", {}, name, field);
  };
  const text =
    body === null
      ? null
      : element("textarea", { value: body, rows: Math.min(14, body.split("\n").length + 1), spellcheck: false });
  const status = element("span", { className: "status" });
  status.setAttribute("role", "status");
  const output = element("pre", { hidden: true, tabIndex: 0 });
  const send = element("button", { type: "submit", className: "primary", textContent: "Send" });
  const form = element("form", {}, element("h3", { textContent: "Try it" }));
  if (method !== "GET")
    form.append(element("p", { className: "note", textContent: "This is done for real, on this server." }));
  form.append(
    ...names.map((name) => input(name, values, true)),
    ...query.map(({ name, required }) => input(name, asked, required)),
  );
  if (text) form.append(element("label", {}, "Body", text));
  form.append(element("div", { className: "row" }, send, status), output);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (permission !== "" && !remember(KEY) && !remember(ORGANIZATION) && permission !== "person") return openAccess();
    send.disabled = true;
    status.className = "status";
    status.textContent = "Asking…";
    const since = performance.now();
    try {
      const response = await fetch(addressFrom(path, values, asked), {
        method,
        headers: headersFor(method, text?.value),
        ...(text && { body: text.value }),
        credentials: remember(KEY) ? "omit" : "same-origin",
      });
      await show(response, { status, output, since });
    } catch {
      status.className = "status bad";
      status.textContent = "The server cannot be reached.";
    }
    send.disabled = false;
  });
  return form;
}

// Each form when it comes into sight: a page may have thirty.
const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      target.append(buildForm(target));
    }
  },
  { rootMargin: "600px" },
);
for (const place of document.querySelectorAll(".try")) seen.observe(place);
