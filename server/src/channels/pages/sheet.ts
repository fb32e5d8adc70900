/** The product's mark with the markup beside it. */
export function mark(beside: string): string {
  return `<p class="mark"><svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><path fill="currentColor" d="M16 3C8.3 3 2 8.1 2 14.6c0 3.5 1.9 6.7 4.9 8.8L6 29l6.3-3.1c1.2.2 2.4.4 3.7.4 7.7 0 14-5.2 14-11.7S23.7 3 16 3Z"/></svg><span>${beside}</span></p>`;
}
