export function buildSdk(into?: string): void;
