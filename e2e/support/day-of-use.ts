/** Fills an organization with a day of use, in names and words that screens break on: long, right-to-left, emoji, HTML. */
import { z } from "zod";
import { bringKnowledge } from "./bring-knowledge.ts";
import { eventually } from "./launch.ts";
import type { Owner } from "./owner.ts";

const LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihstelle";
const ARABIC = "مكتب تأجير الدراجات";
const HTML = `<b onmouseover="alert(1)">Team</b> 🚲🏔️`;

const withId = z.object({ id: z.string() });
const listOfIds = z.object({ data: z.array(withId) });

const cancelling =
  "You may cancel a booked trailer free of charge as long as you tell us on the day before you wanted to use it. " +
  "Later on we keep half of the price, since nobody else will come for it on such a short notice.";

/** Documents that say the same, and one figure here and another there. */
const sayTwice = [
  { externalId: "trailer-terms", title: "Terms", text: `# Cancelling\n\n${cancelling}` },
  { externalId: "trailer-faq", title: `Questions ${LONG}`, text: `# Plans change\n\n${cancelling}` },
  {
    externalId: "trailer-prices",
    title: "Prices",
    text: "A bicycle trailer costs €19 for a whole day. Helmets are free.",
  },
  {
    externalId: "trailer-post",
    title: HTML,
    text: "For a whole day a bicycle trailer costs 24 euros. Bring your dog.",
  },
];

/** What it cannot answer, what somebody liked, what it was told twice and two ways, and an answer whose time will come. */
async function askInVain(owner: Owner, agent: string): Promise<void> {
  const questions = [
    "Do you repair submarines?",
    "Can you repair a submarine?",
    `Who repairs submarines, and ${LONG}s?`,
  ];
  for (const question of [...questions, "هل تصلحون الغواصات؟"])
    await owner.api("POST", `/v1/agents/${agent}/ask`, { question });
  const question = "How much does an e-bike cost for a day?";
  const answered = await owner.api("POST", `/v1/agents/${agent}/ask`, { question });
  const liked = z.object({ conversationId: z.string(), messageId: z.string() }).parse(await answered.json());
  const rating = `/v1/conversations/${liked.conversationId}/messages/${liked.messageId}/rating`;
  await owner.api("PUT", rating, { rating: "up" });
  await owner.api("POST", `/v1/agents/${agent}/documents`, sayTwice);
  await owner.api("POST", `/v1/agents/${agent}/verified-answers`, {
    question: "Is there a summer party?",
    answer: "Yes, in the yard.",
    tags: ["summer", HTML],
    validFrom: "2099-06-01T10:00:00Z",
    spoken: "Yes, there is one.",
  });
}

/** The names that stand in the router's addresses, each with one thing that exists. */
export async function useForADay(owner: Owner, siteUrl: string): Promise<Record<string, string>> {
  async function send<T>(method: string, path: string, { body, schema }: { body?: unknown; schema: z.ZodType<T> }) {
    const response = await owner.api(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
  const post = <T>(path: string, body: unknown, schema: z.ZodType<T>) => send("POST", path, { body, schema });
  const first = async (path: string) =>
    eventually(async () => (await send("GET", path, { schema: listOfIds })).data[0]?.id, 20_000);

  const agent = (await post("/v1/agents", { siteUrl }, withId)).id;
  const source = await first(`/v1/agents/${agent}/sources`);
  await eventually(async () => {
    const { status } = await send("GET", `/v1/sources/${source}`, { schema: z.object({ status: z.string() }) });
    return status === "done" ? true : undefined;
  });
  await post("/v1/agents", { name: LONG }, withId);
  await post("/v1/agents", { name: ARABIC }, withId);

  const asked = z.object({ conversationId: z.string() });
  const ask = (question: string, conversationId?: string) =>
    post(`/v1/agents/${agent}/ask`, { question, ...(conversationId ? { conversationId } : {}) }, asked);
  const { conversationId: conversation } = await ask("How much does an e-bike cost a day?");
  for (const question of ["And a week?", "Thank you!", `Do you rent ${LONG}s?`, "هل لديكم دراجات للأطفال؟", HTML])
    await ask(question, conversation);
  await ask("Do you rent tandems for three people?");
  await askInVain(owner, agent);

  const answer = (
    await post(
      `/v1/agents/${agent}/verified-answers`,
      { question: "Do you rent tandems?", variants: ["Tandems?"], answer: `Yes. ${HTML} ${LONG}`, language: "en" },
      withId,
    )
  ).id;
  const team = (await post("/v1/teams", { name: HTML }, withId)).id;
  const role = (await post("/v1/roles", { name: ARABIC, permissions: ["agents:read", "conversations:read"] }, withId))
    .id;
  const invited = z.object({ data: z.array(z.object({ link: z.string().nullable() })) });
  const { data: sent } = await post(
    "/v1/invitations",
    { emails: ["grace@example.com", `${"long".repeat(12)}@example.com`], role: "editor" },
    invited,
  );
  await post("/v1/keys", { name: LONG, scopes: ["agents:read", "ask"] }, withId);
  await recallOne();
  return {
    ...(await bringKnowledge(owner, agent)),
    recall: await first(`/v1/agents/${agent}/recalls`),
    gap: await first(`/v1/agents/${agent}/gaps`),
    suggestion: await first(`/v1/agents/${agent}/answer-suggestions`),
    organization: owner.organization,
    agent,
    source,
    document: await first(`/v1/agents/${agent}/documents`),
    answer,
    conversation,
    team,
    role,
    version: "1",
    mail: await first("/v1/mails"),
    entry: await first("/v1/audit-entries"),
    token: sent[0]?.link?.split("/").at(-1) ?? "",
  };

  /** An answer whose page says something else since. */
  async function recallOne(): Promise<void> {
    const lends = (euros: number) => ({
      externalId: "canopy",
      title: `Canopies ${LONG}`,
      text: `# Canopies\n\nA rain canopy for the cargo bed costs ${euros} euros a week.`,
    });
    await owner.api("POST", `/v1/agents/${agent}/documents`, lends(7));
    await owner.api("POST", `/v1/agents/${agent}/ask`, {
      question: "What does a rain canopy for the cargo bed cost a week?",
    });
    await owner.api("POST", `/v1/agents/${agent}/documents`, lends(11));
    await eventually(async () => {
      const found = await owner.api("GET", `/v1/agents/${agent}/recalls`);
      return listOfIds.parse(await found.json()).data.length > 0;
    });
  }
}
