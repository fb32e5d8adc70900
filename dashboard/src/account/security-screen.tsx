import { FormSection } from "../ui/index.ts";
import { AccountPage } from "./account-page.tsx";
import { PasskeysSection } from "./passkeys-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { useAccountTexts } from "./texts.ts";
import { TwoStepSection } from "./two-step-section.tsx";

/** How one signs in, and where one is signed in. */
export function SecurityScreen() {
  const texts = useAccountTexts();
  return (
    <AccountPage title={texts.security}>
      {(person) => (
        <>
          <FormSection id="password" title={texts.passwordTitle} text={texts.passwordText}>
            <PasswordSection me={person} />
          </FormSection>
          <FormSection id="two-step" title={texts.twoStep} text={texts.twoStepText}>
            <TwoStepSection me={person} />
          </FormSection>
          <FormSection id="passkeys" title={texts.passkeys} text={texts.passkeysText}>
            <PasskeysSection me={person} />
          </FormSection>
          <FormSection id="sessions" title={texts.sessions} text={texts.sessionsText}>
            <SessionsSection />
          </FormSection>
        </>
      )}
    </AccountPage>
  );
}
