import type { AnswerPart, Citation, ProductsPart } from "@parley/contracts";
import { useEffect, useReducer, useRef } from "react";
import { problemOf, useApi, useOrganizationId } from "../live/index.ts";
import type { AnswerTrace } from "./types.ts";

/** One question and what came of it. */
export interface Exchange {
  id: number;
  question: string;
  /** Text and marks in the order in which they came. */
  pieces: (
    | { kind: "text"; text: string }
    | { kind: "citation"; citation: Citation }
    | { kind: "products"; part: ProductsPart }
  )[];
  reason: string | null;
  suggestions: string[];
  model: string | null;
  problem: string | null;
  trace: AnswerTrace | null;
  /** Of the draft that answered. */
  revision: number | null;
}

export interface Preview {
  exchanges: readonly Exchange[];
  isAnswering: boolean;
  ask: (question: string) => void;
  stop: () => void;
  reset: () => void;
}

/** Talks to an agent as a visitor would, without anybody keeping it. */
export function usePreview(id: string, { draft, revision }: { draft: boolean; revision: number | null }): Preview {
  const api = useApi();
  const organization = useOrganizationId();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const exchanges = useRef<Exchange[]>([]);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function answer(question: string, stop: AbortController): Promise<void> {
    const history = historyOf(exchanges.current);
    const exchange = newExchange(exchanges.current.length, question, revision);
    exchanges.current = [...exchanges.current, exchange];
    const update = (change: Partial<Exchange>) => {
      exchanges.current = exchanges.current.map((one) => (one.id === exchange.id ? { ...one, ...change } : one));
      redraw();
    };
    redraw();
    try {
      const request = { path: "/v1/agents/{id}/preview", params: { id }, body: { question, history, draft } };
      for await (const { event, data } of api.stream({ ...request, organization, signal: stop.signal })) {
        if (stop.signal.aborted) break;
        const now = exchanges.current.find((one) => one.id === exchange.id);
        if (!now) return;
        // Both are made by the server after the schemas of these types.
        if (event === "trace") update({ trace: data as AnswerTrace });
        else if (event === "part") update(take(now, data as AnswerPart));
      }
    } catch (error) {
      if (!stop.signal.aborted) update({ problem: problemOf(error).message });
    } finally {
      if (stop.signal.aborted) update({ reason: "stopped" });
      if (running.current === stop) running.current = null;
      redraw();
    }
  }

  return {
    exchanges: exchanges.current,
    isAnswering: running.current !== null,
    ask(question) {
      if (running.current !== null || question.trim() === "") return;
      running.current = new AbortController();
      void answer(question.trim(), running.current);
    },
    stop: () => running.current?.abort(),
    reset() {
      running.current?.abort();
      running.current = null;
      exchanges.current = [];
      redraw();
    },
  };
}

function newExchange(id: number, question: string, revision: number | null): Exchange {
  const nothing = { pieces: [], reason: null, suggestions: [], model: null, problem: null, trace: null };
  return { ...nothing, id, question, revision };
}

function take(exchange: Exchange, part: AnswerPart): Partial<Exchange> {
  if (part.type === "text-delta") {
    const last = exchange.pieces.at(-1);
    if (last?.kind === "text")
      return { pieces: [...exchange.pieces.slice(0, -1), { kind: "text", text: last.text + part.text }] };
    return { pieces: [...exchange.pieces, { kind: "text", text: part.text }] };
  }
  if (part.type === "citation") return { pieces: [...exchange.pieces, { kind: "citation", citation: part.citation }] };
  if (part.type === "products") return { pieces: [...exchange.pieces, { kind: "products", part }] };
  if (part.type === "usage") return { model: part.model };
  if (part.type === "end") return { reason: part.reason, suggestions: part.suggestions };
  return {};
}

export function textOf({ pieces }: Pick<Exchange, "pieces">): string {
  return pieces.map((piece) => (piece.kind === "text" ? piece.text : "")).join("");
}

function historyOf(exchanges: readonly Exchange[]) {
  return exchanges.slice(-10).flatMap((exchange) => [
    { role: "visitor", text: exchange.question },
    { role: "agent", text: textOf(exchange) },
  ]);
}
