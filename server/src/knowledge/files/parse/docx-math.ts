import { attributeOf, childOf, childrenOf, rawText } from "./read-xml.ts";
import type { Element } from "../../extract/parse-html.ts";

/** A formula of Word as TeX, as Markdown has it between dollar signs. */
export function mathText(element: Element | undefined): string {
  return childrenOf(element).map(one).join("");
}

const part = (element: Element, name: string): string => mathText(childOf(element, name)).trim();

const property = (element: Element, name: string): string | undefined => {
  const found = childOf(
    childrenOf(element).find((child) => child.name.endsWith("Pr")),
    name,
  );
  return found && (attributeOf(found, "val") ?? "");
};

function one(element: Element): string {
  const write = writers[element.name];
  return write ? write(element) : mathText(element);
}

const writers: Record<string, (element: Element) => string> = {
  t: (element) => symbols(rawText(element)),
  rPr: () => "",
  ctrlPr: () => "",
  fPr: () => "",
  f: (element) => `\\frac{${part(element, "num")}}{${part(element, "den")}}`,
  rad: (element) => {
    const degree = part(element, "deg");
    return `\\sqrt${degree === "" ? "" : `[${degree}]`}{${part(element, "e")}}`;
  },
  sSup: (element) => `${part(element, "e")}^{${part(element, "sup")}}`,
  sSub: (element) => `${part(element, "e")}_{${part(element, "sub")}}`,
  sSubSup: (element) => `${part(element, "e")}_{${part(element, "sub")}}^{${part(element, "sup")}}`,
  nary: (element) => {
    const sign = symbols(property(element, "chr") ?? "∫").trim();
    return `${sign}_{${part(element, "sub")}}^{${part(element, "sup")}}${part(element, "e")}`;
  },
  func: (element) => {
    const name = part(element, "fName");
    return `${/^[a-z]+$/.test(name) ? `\\${name}` : name}(${part(element, "e")})`;
  },
  d: (element) => {
    const inner = childrenOf(element, "e")
      .map(mathText)
      .join(property(element, "sepChr") || "|");
    const [open, close] = [property(element, "begChr") ?? "(", property(element, "endChr") ?? ")"];
    return `\\left${open === "" ? "." : escaped(open)}${inner.trim()}\\right${close === "" ? "." : escaped(close)}`;
  },
  m: (element) =>
    `\\begin{matrix}${childrenOf(element, "mr")
      .map((row) => childrenOf(row, "e").map(mathText).join(" & "))
      .join(" \\\\ ")}\\end{matrix}`,
  eqArr: (element) => childrenOf(element, "e").map(mathText).join(" \\\\ "),
  bar: (element) => `\\overline{${part(element, "e")}}`,
  limLow: (element) => `${part(element, "e")}_{${part(element, "lim")}}`,
  limUpp: (element) => `${part(element, "e")}^{${part(element, "lim")}}`,
};

const escaped = (bracket: string): string => (/[{}]/.test(bracket) ? `\\${bracket}` : bracket);

const names: Record<string, string> = {
  "⋃": "bigcup",
  "⋂": "bigcap",
  "∪": "cup",
  "∩": "cap",
  "⋀": "bigwedge",
  "⋁": "bigvee",
  "∧": "wedge",
  "∨": "vee",
  "∬": "iint",
  "∭": "iiint",
  "∮": "oint",
  "∯": "oiint",
  "∰": "oiiint",
  "⊂": "subset",
  "⊆": "subseteq",
  "∀": "forall",
  "∃": "exists",
  "∇": "nabla",
  "⇒": "Rightarrow",
  "⇔": "Leftrightarrow",
  "←": "leftarrow",
  "∉": "notin",
  "∝": "propto",
  "±": "pm",
  "×": "times",
  "÷": "div",
  "·": "cdot",
  "∞": "infty",
  "≤": "le",
  "≥": "ge",
  "≠": "ne",
  "≈": "approx",
  "∑": "sum",
  "∏": "prod",
  "∫": "int",
  "√": "sqrt",
  "∂": "partial",
  "→": "to",
  "∈": "in",
  "…": "ldots",
  "⋯": "cdots",
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  θ: "theta",
  λ: "lambda",
  μ: "mu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
  Δ: "Delta",
  Σ: "Sigma",
  Ω: "Omega",
  Φ: "Phi",
};

function symbols(text: string): string {
  // Letters of formulas (𝑎, 𝜋) are the plain ones in another dress.
  return text
    .replace(/[\u{1d400}-\u{1d7ff}]/gu, (letter) => letter.normalize("NFKC"))
    .replace(/[^\u0000-\u007f]/gu, (letter) => (names[letter] === undefined ? letter : ` \\${names[letter]} `));
}
