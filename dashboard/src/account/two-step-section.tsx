import { useState } from "react";
import { type AnswerOf, useSend } from "../live/index.ts";
import { Button, Status, toast } from "../ui/index.ts";
import { PasswordDialog } from "./password-dialog.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { useAccountTexts } from "./texts.ts";
import { TwoStepDialog } from "./two-step-dialog.tsx";

type Asking = "on" | "off" | "codes";

export function TwoStepSection({ me }: { me: AnswerOf<"/v1/me"> }) {
  const texts = useAccountTexts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const turnOff = useSend("post", "/v1/me/second-factor/removal", { changes: ["me"], done: texts.turnedOff });
  const renew = useSend("post", "/v1/me/second-factor/recovery-codes");
  const close = () => setAsking(null);
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Status tone={me.secondFactor ? "success" : "neutral"}>
          {me.secondFactor ? texts.twoStepOn : texts.twoStepOff}
        </Status>
        <span className="ms-auto flex flex-wrap gap-2">
          {me.secondFactor && <Button onClick={() => setAsking("codes")}>{texts.newCodes}</Button>}
          <Button onClick={() => setAsking(me.secondFactor ? "off" : "on")}>
            {me.secondFactor ? texts.turnOff : texts.turnOn}
          </Button>
        </span>
      </div>
      <p className="text-sm text-pretty text-muted">{texts.twoStepSocial}</p>
      {asking === "on" && <TwoStepDialog me={me} onClose={close} onDone={() => toast.done(texts.turnedOn)} />}
      {asking === "off" && (
        <PasswordDialog
          me={me}
          title={texts.turnOffTitle}
          text={texts.turnOffText}
          deed={texts.turnOff}
          danger
          onClose={close}
          onSubmit={async (body) => {
            await turnOff.sendAsync({ body });
            close();
          }}
        />
      )}
      {asking === "codes" && (
        <PasswordDialog
          me={me}
          title={texts.newCodesTitle}
          text={texts.newCodesText}
          deed={texts.makeCodes}
          onClose={close}
          onSubmit={async (body) => {
            const { recoveryCodes } = await renew.sendAsync({ body });
            close();
            setCodes(recoveryCodes);
          }}
        />
      )}
      {codes && <RecoveryCodes codes={codes} email={me.email} onClose={() => setCodes(null)} />}
    </>
  );
}
