import type { PublicResponse } from "../../platform/index.ts";

/** A page to be run. */
export interface RenderRequest {
  /** As fetched, after redirects. */
  url: string;
  /** Its HTML as fetched, so that it is not asked for a second time. */
  html: string;
  /** How what the page asks for is fetched: in its turn, through the outbound guard, without following redirects. */
  fetch: (
    url: string,
    request: { headers?: Record<string, string>; maxBytes: number; timeoutMs: number; body?: string },
  ) => Promise<PublicResponse>;
  /** Where the page may lead itself. */
  isOwn: (url: string) => boolean;
  signal: AbortSignal;
}

export interface RenderedPage {
  /** As it stands when its scripts have done their work. */
  html: string;
  /** Where it stands then. */
  url: string;
  /** What it asked for, and what of that it was refused. */
  requests: number;
  refused: number;
}

export interface RendererState {
  found: boolean;
  /** Why pages that need JavaScript cannot be read here, as a sentence. */
  reason: string | null;
}

/** Runs pages that are empty without JavaScript. */
export interface Renderer {
  state(): Promise<RendererState>;
  /** Faults: unavailable (no browser), timed_out, response_too_large, http_error (the page broke down). */
  render(request: RenderRequest): Promise<RenderedPage>;
  stop(): Promise<void>;
}
