/** A browser's long name of itself, as people would say it: "Firefox on Windows". */
export function describeDevice(userAgent: string | null): {
  device: string;
  kind: "computer" | "phone" | "tablet" | "program";
} {
  // What is longer is no browser's, and takes time.
  const text = userAgent?.slice(0, 400) ?? "";
  const browser = browsers.find(({ mark }) => mark.test(text))?.name;
  const system = systems.find(({ mark }) => mark.test(text));
  if (browser === undefined) {
    const [program = ""] = text.replaceAll(/[^\w .\-/]/g, "").split(/[/ ]/);
    return { device: program.slice(0, 40) || "Unknown program", kind: "program" };
  }
  if (system === undefined) return { device: browser, kind: "computer" };
  return { device: `${browser} on ${system.name}`, kind: system.kind };
}

/** In this order: most say that they are others too. */
const browsers = [
  { name: "Edge", mark: /\bEdg(A|iOS)?\// },
  { name: "Opera", mark: /\bOPR\// },
  { name: "Samsung Internet", mark: /\bSamsungBrowser\// },
  { name: "Vivaldi", mark: /\bVivaldi\// },
  { name: "Firefox", mark: /\b(Firefox|FxiOS)\// },
  { name: "Chrome", mark: /\b(Headless)?(Chrome|CriOS|Chromium)\// },
  { name: "Safari", mark: /\bSafari\// },
] as const;

const systems = [
  { name: "iPad", mark: /\biPad\b/, kind: "tablet" },
  { name: "iPhone", mark: /\biPhone\b/, kind: "phone" },
  { name: "Android", mark: /\bAndroid\b.*\bMobile\b/, kind: "phone" },
  { name: "Android", mark: /\bAndroid\b/, kind: "tablet" },
  { name: "Windows", mark: /\bWindows\b/, kind: "computer" },
  { name: "ChromeOS", mark: /\bCrOS\b/, kind: "computer" },
  { name: "macOS", mark: /\bMac OS X\b|\bMacintosh\b/, kind: "computer" },
  { name: "Linux", mark: /\bLinux\b|\bX11\b/, kind: "computer" },
] as const;
