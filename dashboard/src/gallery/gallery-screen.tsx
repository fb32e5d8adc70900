import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

/** Every part of the kit in its states: for looking at, screenshots and accessibility checks. */
export function GalleryScreen() {
  return (
    <Page title="Kit" width="normal">
      <Button look="primary">Primary</Button>
    </Page>
  );
}
