import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, mendBrand } from "./mend-brand.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const SURFACES = { light: ["#ffffff", "#f1f2f4"], dark: ["#17191d", "#26282d"] } as const;

describe("mendBrand", () => {
  it("makes any colour readable in both themes", () => {
    fc.assert(
      fc.property(color, (brand) => {
        for (const theme of ["light", "dark"] as const) {
          const accent = mendBrand(brand)[theme];
          expect(contrast(accent.fill, accent.ink)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(accent.fill, SURFACES[theme][0])).toBeGreaterThanOrEqual(3);
          for (const surface of [...SURFACES[theme], accent.soft])
            expect(contrast(accent.text, surface)).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a colour alone that needs no mending", () => {
    expect(mendBrand("#1f6f54").light).toMatchObject({ fill: "#1f6f54", ink: "#ffffff", text: "#1f6f54" });
  });

  it("takes its own colour where the site has none", () => {
    expect(mendBrand(null)).toEqual(mendBrand("nonsense"));
  });
});
