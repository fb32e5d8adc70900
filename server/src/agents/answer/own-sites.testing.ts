/** What visitors ask of our own two sites, and what the answers must hold. */
import { join } from "node:path";
import { makeCrawlHarness } from "../../knowledge/crawl/crawl-harness.testing.ts";
import type { Search } from "../../knowledge/index.ts";
import type { Database, Scope } from "../../platform/index.ts";
import { serveSite } from "../../testing/index.ts";

export interface OwnQuestion {
  ask: string;
  /** What the first sentence holds; null: the site does not hold it. */
  gold: string | null;
  /** What is offered instead; nothing, where it is left out. */
  near?: string;
  /** It is the first paragraph that holds it: something stands before that it speaks of, or goes with. */
  after?: true;
  /** The page that proves it. */
  page?: string;
}

export interface OwnSite {
  name: string;
  folder: string;
  questions: readonly OwnQuestion[];
  conversations: readonly (readonly OwnQuestion[])[];
}

const here = import.meta.dirname;

const lindenhof: OwnSite = {
  name: "Lindenhof Bike Rental",
  folder: join(here, "../../../../cli/demo-site"),
  questions: [
    { ask: "How much does an e-bike cost a day?", gold: "32 euros", page: "prices" },
    { ask: "How much is the deposit?", gold: "deposit of 50 euros", page: "prices" },
    { ask: "Do students get a discount?", gold: "Students and people over 65 get 10 percent off", page: "prices" },
    { ask: "Where are you?", gold: "Mühlgasse 3", page: "contact" },
    { ask: "What is your address?", gold: "Mühlgasse 3", page: "contact" },
    { ask: "What is your phone number?", gold: "0341 555 0142", page: "contact" },
    { ask: "Can I return a bike late?", gold: "one hour after the agreed time", page: "booking" },
    { ask: "Can I cancel for free?", gold: "free of charge until 6 pm", page: "booking" },
    { ask: "What are your opening hours?", gold: "every day from 9 am to 7 pm" },
    // "Summer" is not a word of the site: it says that it does not know, and offers what comes near.
    { ask: "When are you open in summer?", gold: null, near: "every day from 9 am to 7 pm" },
    { ask: "Is there a car park?", gold: "no car park at the mill", page: "contact" },
    { ask: "How far does the e-bike battery last?", gold: "60 to 90 kilometres", page: "e-bikes" },
    { ask: "Do I need a driving licence for an e-bike?", gold: "driving licence is not needed", page: "e-bikes" },
    { ask: "What happens if my bike is stolen?", gold: "call the police", page: "help" },
    { ask: "How long is the mill loop?", gold: "18 kilometres", page: "tours" },
    { ask: "Are dogs allowed on the guided tour?", gold: "Dogs are welcome", page: "tours" },
    { ask: "What happens if I get a flat tyre?", gold: "repair kit", page: "help" },
    { ask: "Who won the world championship in chess in 1972?", gold: null },
    { ask: "Do you rent out canoes?", gold: null },
    { ask: "Do you accept Bitcoin?", gold: null },
  ],
  conversations: [
    [
      { ask: "How much does an e-bike cost a day?", gold: "32 euros" },
      { ask: "Who won the world championship in chess in 1972?", gold: null },
      { ask: "How much is the deposit?", gold: "deposit of 50 euros" },
    ],
    [
      { ask: "How much does a city bike cost a day?", gold: "14 euros" },
      { ask: "And a cargo bike?", gold: "38 euros", after: true },
      { ask: "What is your phone number?", gold: "0341 555 0142" },
    ],
    [
      { ask: "Do you have guided tours?", gold: "guided tour" },
      { ask: "How much do they cost?", gold: "12 euros", after: true },
      { ask: "When do they start?", gold: "10 am" },
      { ask: "Who is the president of France?", gold: null },
      { ask: "Do students get a discount?", gold: "10 percent off" },
    ],
  ],
};

const kettle: OwnSite = {
  name: "Kettle & Chain",
  folder: join(here, "../../testing/site"),
  questions: [
    { ask: "How much is a puncture repair?", gold: "£14", page: "services" },
    { ask: "What does a Gold service cost?", gold: "£160", page: "services" },
    { ask: "Do I need an appointment?", gold: "No.", page: "faq" },
    { ask: "How long does a repair take?", gold: "twenty to thirty minutes", page: "faq" },
    { ask: "Do you repair electric bicycles?", gold: "Yes.", page: "faq" },
    { ask: "Are you open on Sundays?", gold: "closed" },
    { ask: "What are your opening hours?", gold: "Saturday; Open: 9:00 to 16:00", after: true },
    { ask: "Where are you?", gold: "14 Tannery Lane" },
    { ask: "What is your email address?", gold: "hello@kettleandchain.example" },
    { ask: "Can I pay by card?", gold: "all cards", page: "faq" },
    { ask: "Can I borrow a bike while mine is being repaired?", gold: "six loan bicycles", page: "faq" },
    { ask: "Is there a guarantee?", gold: "guarantee" },
    { ask: "Who opened Kettle & Chain?", gold: "Ines Whitlock", page: "about" },
    { ask: "When is the repair afternoon?", gold: "first Saturday of each month", page: "about" },
    { ask: "What does it cost to have my bike collected?", gold: "£12", page: "services", after: true },
    { ask: "How much is the Pashley Princess?", gold: "£290", page: "bikes" },
    { ask: "Can I try out a used bike?", gold: "round the block", page: "bikes" },
    { ask: "Wann haben Sie geöffnet?", gold: "8:30 bis 18:00", page: "de" },
    { ask: "Do you sell wetsuits?", gold: null },
    { ask: "Who is the mayor of Norwich?", gold: null },
    { ask: "Can you fix my lawn mower?", gold: null },
  ],
  conversations: [
    [
      { ask: "What does a Silver service cost?", gold: "£85" },
      { ask: "And a Gold service?", gold: "£160" },
      { ask: "Do you sell wetsuits?", gold: null },
      { ask: "Is there parking?", gold: "no parking in Tannery Lane" },
    ],
    [
      { ask: "Who is Owen Pryce?", gold: "apprentice since 2024" },
      { ask: "Where are you?", gold: "14 Tannery Lane" },
      { ask: "Do I need an appointment?", gold: "No." },
    ],
  ],
};

export const ownSites: readonly OwnSite[] = [lindenhof, kettle];

/** Crawls a site from disk into an index of its own. */
export async function readOwnSite(
  db: Database,
  site: OwnSite,
): Promise<{ scope: Scope; agentId: string; search: Search }> {
  const served = await serveSite(site.folder);
  try {
    const { scope, agentId, knowledge } = await makeCrawlHarness(db);
    const { sources } = knowledge;
    const { id } = await sources.create(scope, agentId, { type: "website", url: served.url, trusted: true });
    await sources.crawl(scope, id);
    return { scope, agentId, search: knowledge.search };
  } finally {
    await served.close();
  }
}
