import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { type AnswerOf, useList, useMe, usePermissions, useSend } from "../live/index.ts";
import { Button, Checkbox, Combobox, ConfirmDialog, Field, FormSection } from "../ui/index.ts";
import { useSettingsTexts } from "./texts.ts";

type Organization = AnswerOf<"/v1/organizations/{id}">;

/** Who owns it: handing on for owners, leaving for everybody. */
export function Ownership({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  const { can } = usePermissions();
  return (
    <FormSection id="ownership" title={texts.ownership} text={texts.ownershipText}>
      <div className="space-y-6">
        {can("organization:own") && <HandOn organization={organization} />}
        <Leave organization={organization} />
      </div>
    </FormSection>
  );
}

function HandOn({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  const me = useMe();
  const members = useList("/v1/members", { limit: 200 });
  const [userId, setUserId] = useState<string | null>(null);
  const [stays, setStays] = useState(false);
  const [asking, setAsking] = useState(false);
  const handOn = useSend("post", "/v1/organizations/{id}/owner", {
    done: texts.handedOn,
    changes: ["members", "organization"],
    onDone: () => setUserId(null),
  });
  const others = members.rows.filter((member) => member.userId !== me?.id);
  if (!members.isPending && others.length === 0) return <p className="text-muted">{texts.nobodyElse}</p>;
  return (
    <div className="space-y-3">
      <Field label={texts.newOwner} help={texts.handOnText}>
        <Combobox
          value={userId}
          onChange={setUserId}
          placeholder={texts.chooseMember}
          options={others.map(({ userId: value, name, email }) => ({ value, label: name, hint: email }))}
        />
      </Field>
      <Checkbox checked={stays} onChange={setStays} label={texts.stayOwner} />
      <Button disabled={userId === null} onClick={() => setAsking(true)}>
        {texts.handOn}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.handOnTitle}
        description={texts.handOnText}
        confirm={texts.handOnDo}
        danger={false}
        onConfirm={() =>
          handOn.sendAsync({
            params: { id: organization.id },
            body: { userId: userId ?? "", ownRole: stays ? "owner" : "admin" },
          })
        }
      />
    </div>
  );
}

function Leave({ organization }: { organization: Organization }) {
  const texts = useSettingsTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const me = useMe();
  const { can } = usePermissions();
  const members = useList("/v1/members", { limit: 200 });
  const isAlone = !members.rows.some((member) => member.userId !== me?.id);
  const leave = useSend("post", "/v1/organizations/{id}/leave", {
    done: texts.left(organization.name),
    changes: ["organizations"],
    onDone: () => void navigate({ to: at.organizations() }),
  });
  // Nobody would be left to own it: deleting it stands below.
  if (can("organization:own") && isAlone) return null;
  return (
    <div className="space-y-3">
      <p className="text-pretty text-muted">{texts.leaveText}</p>
      <Button onClick={() => setAsking(true)}>{texts.leaveDo}</Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.leaveTitle(organization.name)}
        description={texts.leaveText}
        confirm={texts.leaveDo}
        onConfirm={() => leave.sendAsync({ params: { id: organization.id } })}
      />
    </div>
  );
}
