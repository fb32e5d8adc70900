import { expect, it } from "vitest";
import { findIntro } from "./find-intro.ts";

it("is the first paragraph that names the site, without its marks", () => {
  const page =
    "# Home\n\n- Menu\n\nWelcome to our pages, have a good look around.\n\n**Lindenhof** rents [bikes](/bikes) of every kind in the old mill.\n\nOpen daily.";
  expect(findIntro(page, "Lindenhof")).toBe("Lindenhof rents bikes of every kind in the old mill.");
  expect(findIntro(page, null)).toBe("Welcome to our pages, have a good look around.");
});

it("is nothing where a page begins with buttons, tables and code", () => {
  expect(
    findIntro("# Rose\n\n[Book now](/book)\n\n| a | b |\n| - | - |\n\n```\nnpm i\n```\n\n- one\n- two", "Rose"),
  ).toBeNull();
});
