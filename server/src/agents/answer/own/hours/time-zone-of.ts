import type { FactSettings } from "@parley/contracts";
import { primary } from "../../../texts/texts.ts";
import type { AgentProfile } from "../../../types.ts";

/**
 * Where the business is, as far as its clock goes: the zone that its owner set, else that of the country that its numbers or
 * the end of its site's address name, where the whole country has one, else that of its language, where all countries that
 * speak it mostly have one. Null where none is known or numbers differ.
 */
export function timeZoneOf({ behaviour, found, siteUrl, language }: AgentProfile): string | null {
  if (behaviour?.hours !== undefined) return behaviour.hours.timeZone;
  const zones = new Set([...numbersOf(behaviour?.facts), ...numbersOf(found)].flatMap(zoneOfNumber));
  const [zone] = zones;
  if (zones.size > 0) return zones.size === 1 ? (zone ?? null) : null;
  return zoneOfSite(siteUrl) ?? LANGUAGES[primary(language)] ?? null;
}

const numbersOf = (facts: FactSettings | undefined): string[] => (facts?.phone ?? []).map(({ text }) => text);

function zoneOfNumber(text: string): string[] {
  const digits = /(?:\+|\b00)\s?([\d\s()-]{3,})/u.exec(text)?.[1]?.replaceAll(/\D/gu, "") ?? "";
  return COUNTRIES.flatMap(([code, , zone]) => (digits.startsWith(code) ? [zone] : [])).slice(0, 1);
}

function zoneOfSite(siteUrl: string | null): string | null {
  const end = siteUrl === null || !URL.canParse(siteUrl) ? "" : new URL(siteUrl).hostname.split(".").at(-1);
  return COUNTRIES.find(([, ending]) => ending === end)?.[2] ?? null;
}

/** Not English, Spanish, French, Portuguese, Russian and Arabic, which are spoken around the clock. */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: "Europe/Berlin",
  el: "Europe/Athens",
  he: "Asia/Jerusalem",
  hi: "Asia/Kolkata",
  it: "Europe/Rome",
  ja: "Asia/Tokyo",
  ko: "Asia/Seoul",
  nl: "Europe/Amsterdam",
  pl: "Europe/Warsaw",
  ro: "Europe/Bucharest",
  th: "Asia/Bangkok",
  tr: "Europe/Istanbul",
  uk: "Europe/Kyiv",
  vi: "Asia/Ho_Chi_Minh",
  zh: "Asia/Shanghai",
};

/** Calling code, end of addresses, zone. Spain and Portugal by their mainland. */
const COUNTRIES = [
  ["351", "pt", "Europe/Lisbon"],
  ["352", "lu", "Europe/Luxembourg"],
  ["353", "ie", "Europe/Dublin"],
  ["354", "is", "Atlantic/Reykjavik"],
  ["358", "fi", "Europe/Helsinki"],
  ["359", "bg", "Europe/Sofia"],
  ["370", "lt", "Europe/Vilnius"],
  ["371", "lv", "Europe/Riga"],
  ["372", "ee", "Europe/Tallinn"],
  ["380", "ua", "Europe/Kyiv"],
  ["385", "hr", "Europe/Zagreb"],
  ["386", "si", "Europe/Ljubljana"],
  ["420", "cz", "Europe/Prague"],
  ["421", "sk", "Europe/Bratislava"],
  ["852", "hk", "Asia/Hong_Kong"],
  ["886", "tw", "Asia/Taipei"],
  ["966", "sa", "Asia/Riyadh"],
  ["971", "ae", "Asia/Dubai"],
  ["972", "il", "Asia/Jerusalem"],
  ["20", "eg", "Africa/Cairo"],
  ["27", "za", "Africa/Johannesburg"],
  ["30", "gr", "Europe/Athens"],
  ["31", "nl", "Europe/Amsterdam"],
  ["32", "be", "Europe/Brussels"],
  ["33", "fr", "Europe/Paris"],
  ["34", "es", "Europe/Madrid"],
  ["36", "hu", "Europe/Budapest"],
  ["39", "it", "Europe/Rome"],
  ["40", "ro", "Europe/Bucharest"],
  ["41", "ch", "Europe/Zurich"],
  ["43", "at", "Europe/Vienna"],
  ["44", "uk", "Europe/London"],
  ["45", "dk", "Europe/Copenhagen"],
  ["46", "se", "Europe/Stockholm"],
  ["47", "no", "Europe/Oslo"],
  ["48", "pl", "Europe/Warsaw"],
  ["49", "de", "Europe/Berlin"],
  ["60", "my", "Asia/Kuala_Lumpur"],
  ["63", "ph", "Asia/Manila"],
  ["64", "nz", "Pacific/Auckland"],
  ["65", "sg", "Asia/Singapore"],
  ["66", "th", "Asia/Bangkok"],
  ["81", "jp", "Asia/Tokyo"],
  ["82", "kr", "Asia/Seoul"],
  ["84", "vn", "Asia/Ho_Chi_Minh"],
  ["86", "cn", "Asia/Shanghai"],
  ["90", "tr", "Europe/Istanbul"],
  ["91", "in", "Asia/Kolkata"],
] as const;
