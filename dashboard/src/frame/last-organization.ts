const KEY = "parley_organization";

/** Which organization was open last in this browser: where the start leads to. */
export function rememberOrganization(id: string): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // A browser that keeps nothing starts with the first organization.
  }
}

export function lastOrganization(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
