import { createTexts } from "../texts/create-texts.ts";

const texts = {
  versions: "Versions",
  versionsCount: (n: number) => (n === 1 ? "1 version" : `${n.toLocaleString()} versions`),
  version: (n: number) => `Version ${n}`,
  present: "Present",
  why: {
    first: "As it was when versions began",
    read: "Read from its source",
    given: "Given by hand or a program",
    restored: "Put back",
    imported: "Imported",
  },
  by: (name: string) => `by ${name}`,
  onlyOne: "It has not changed since it was first read. When it does, you can see here what changed.",
  difference: "What changed",
  compare: "Compare with",
  versionBefore: "The version before",
  presentVersion: "The present version",
  wordsChanged: (added: number, removed: number) =>
    `${added.toLocaleString()} ${added === 1 ? "word" : "words"} came, ${removed.toLocaleString()} went`,
  sameText: "The text is the same; only its title or address changed.",
  unchangedBlocks: (n: number) => (n === 1 ? "1 line unchanged" : `${n.toLocaleString()} lines unchanged`),
  came: "Came",
  went: "Went",
  changed: "Changed",
  before: (n: number) => `Version ${n}, before`,
  after: (n: number) => `Version ${n}, after`,
  restore: "Put this version back",
  restoreTitle: (n: number) => `Put version ${n} back?`,
  restoreText:
    "The agent answers from it at once. Of a page it stays until the page changes again, or until you take the page’s own text again.",
  restoreGiven: "The agent answers from it at once, until a program or a person gives another text.",
  restored: (n: number) => `Version ${n} is back`,
  pinned: "An older version was put back",
  pinnedText: "It stays until the page changes again.",
  unpin: "Take the page’s own text again",
  unpinned: "The agent answers from the page’s own text again",
  checked: "Checked",
  back: "All versions",
};

export const useVersionTexts = createTexts(texts, {});
