/** The keyboard of an iPhone lies over the page: keep the whole page of `/try` in what can be seen. */
export function fitToVisible(root: HTMLElement): void {
  const view = visualViewport;
  if (view === null) return;
  const fit = () => {
    const covered = innerHeight - view.height > 1 && view.scale === 1;
    root.style.height = covered ? `${view.height}px` : "";
    if (covered) scrollTo(0, 0);
  };
  view.addEventListener("resize", fit);
}
