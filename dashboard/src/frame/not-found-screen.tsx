import { Button } from "../ui/button.tsx";
import { useOrganizationId } from "../live/use-organization-id.ts";
import { at } from "../addresses.ts";
import { NoticeScreen } from "./notice-screen.tsx";
import { useFrameTexts } from "./texts.ts";

/** An address where nothing is. */
export function NotFoundScreen() {
  const texts = useFrameTexts();
  const organization = useOrganizationId();
  const home = organization === null ? "/" : at.home(organization);
  return (
    <NoticeScreen
      title={texts.missingTitle}
      text={texts.missingText}
      action={<Button to={home}>{texts.goHome}</Button>}
    />
  );
}

/** An organization that is not there, or not for this account. */
export function NotYoursScreen() {
  const texts = useFrameTexts();
  return (
    <NoticeScreen
      title={texts.notYoursTitle}
      text={texts.notYoursText}
      action={<Button to={at.organizations()}>{texts.chooseOrganization}</Button>}
    />
  );
}
