import fc from "fast-check";
import { expect, it } from "vitest";
import { elementsOf, textOf } from "./dom.ts";
import { measureAll } from "./measure.ts";
import { parseHtml } from "./parse-html.ts";

const tags = ["<p>", "</p>", "<b>", "</b>", "<a href=x>", "<a>", "</a>", "<br>", "<svg>", "</svg>", "<div>", "</div>"];

it("measures every element as its text is long", async () => {
  const page = fc.array(fc.constantFrom(...tags, " ", "a", "b c ", "\n", "\u00a0"), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(page, async (parts) => {
      const root = await parseHtml(parts.join(""));
      const measure = measureAll(root);
      for (const element of [root, ...elementsOf(root)]) {
        const links = elementsOf(element).filter(({ name, attributes }) => name === "a" && "href" in attributes);
        expect(measure(element)).toMatchObject({
          length: textOf(element).length,
          linked: links.reduce((sum, link) => sum + textOf(link).length, 0),
        });
      }
    }),
  );
});
