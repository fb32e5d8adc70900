import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseTopic, mostCentral, questionTerms, type TopicWords, weighBy } from "./assign-topic.ts";

/** As the room does it, in memory: one question after the other. */
function gather(questions: readonly string[], language = "en"): string[] {
  const topics: { id: string; size: number; terms: Map<string, number> }[] = [];
  return questions.map((text) => {
    const terms = questionTerms(text, language);
    const holding = new Map(terms.map((term) => [term, topics.filter((topic) => topic.terms.has(term)).length]));
    const near: TopicWords[] = topics.filter((topic) => terms.some((term) => topic.terms.has(term)));
    const found = chooseTopic(terms, near, weighBy(topics.length, holding));
    const topic = topics.find(({ id }) => id === found) ?? { id: `t${topics.length}`, size: 0, terms: new Map() };
    if (found === undefined) topics.push(topic);
    topic.size += 1;
    for (const term of terms) topic.terms.set(term, (topic.terms.get(term) ?? 0) + 1);
    return topic.id;
  });
}

test.each([
  ["en", ["Do you repair submarines?", "can you repair a SUBMARINE", "Who repairs submarines here?"]],
  ["de", ["Kann ich meinen Hund mitbringen?", "Darf ich Hunde mitbringen", "darf mein Hund mit? mitbringen"]],
  ["th", ["ซ่อมเรือดำน้ำไหม", "คุณซ่อมเรือดำน้ำไหม"]],
  ["zh", ["可以修理潜水艇吗", "你们修理潜水艇吗"]],
])("questions about one thing are one topic (%s)", (language, questions) => {
  expect(new Set(gather(questions, language)).size).toBe(1);
});

test("questions about other things are topics of their own", () => {
  const ids = gather([
    "Do you repair submarines?",
    "Is there parking?",
    "What does breakfast cost?",
    "Do you sell vouchers?",
    "Do you sell rockets?",
  ]);
  expect(new Set(ids).size).toBe(5);
});

const word = fc.constantFrom(
  ..."parking breakfast bicycle deposit voucher museum ticket garden kitchen repair boat lamp".split(" "),
);
const question = fc.uniqueArray(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));

test("nothing that was put somewhere is moved by what comes later", () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 30 }), fc.nat(), (questions, cut) => {
      const some = questions.slice(0, cut % (questions.length + 1));
      expect(gather(questions).slice(0, some.length)).toEqual(gather(some));
    }),
  );
});

test("the same question twice in a row is one topic; questions without a word in common never are", () => {
  fc.assert(
    fc.property(fc.array(question, { maxLength: 20 }), question, (before, asked) => {
      const ids = gather([...before, asked, asked]);
      expect(ids.at(-1)).toBe(ids.at(-2));
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 12 }), (words) => {
      expect(new Set(gather(words)).size).toBe(words.length);
    }),
  );
});

test("the question nearest to all of them stands for a topic, the first of equals", () => {
  const of = (id: string, ...terms: string[]) => ({ id, terms });
  expect(mostCentral([of("a", "x", "y", "z"), of("b", "x", "y"), of("c", "x", "y", "w")])).toBe("b");
  expect(mostCentral([of("a", "x"), of("b", "x")])).toBe("a");
  expect(mostCentral([])).toBeUndefined();
});
