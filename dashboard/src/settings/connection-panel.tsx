import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { at } from "../addresses.ts";
import { useOrganizationId, usePermissions, useSend } from "../live/index.ts";
import {
  Banner,
  Button,
  ConfirmDialog,
  Definitions,
  Form,
  FormActions,
  FormField,
  formatDuration,
  Input,
  SidePanel,
  Time,
  toast,
  useKitForm,
} from "../ui/index.ts";
import { type Connection, ConnectionState } from "./connection-state.tsx";
import { useConnectionsTexts } from "./connections-texts.ts";
import { useEmbeddings } from "./meaning/meaning-section.tsx";
import { useMeaningTexts } from "./meaning/texts.ts";
import { UsedBy } from "./used-by.tsx";

/** One connection: how it does, who uses it, another key. */
export function ConnectionPanel({ connection, closeTo }: { connection: Connection; closeTo: string }) {
  const texts = useConnectionsTexts();
  const { can } = usePermissions();
  const mayWrite = can("connections:write");
  const [removing, setRemoving] = useState(false);
  const meaning = useMeaningTexts();
  const isForMeaning = useEmbeddings().data?.choice?.connectionId === connection.id;
  const navigate = useNavigate();
  const removal = useSend("delete", "/v1/connections/{id}", { changes: ["connections", "embeddings"] });
  const remove = async () => {
    await removal.sendAsync({ params: { id: connection.id } });
    toast.done(texts.removed(connection.name));
    await navigate({ to: closeTo });
  };
  return (
    <SidePanel
      title={connection.name}
      description={texts.vendors[connection.vendor]}
      closeTo={`${closeTo}?`}
      footer={
        mayWrite && (
          <Button look="danger-quiet" onClick={() => setRemoving(true)}>
            {texts.remove}
          </Button>
        )
      }
    >
      <div className="space-y-6">
        <StateOf connection={connection} mayTest={mayWrite} />
        <Users connection={connection} />
        {mayWrite && <ChangeForm connection={connection} />}
      </div>
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={texts.removeTitle(connection.name)}
        description={
          connection.usedBy.length > 0 ? texts.usedByText : isForMeaning ? meaning.removesMeaning : texts.removeText
        }
        confirm={texts.remove}
        onConfirm={remove}
      />
    </SidePanel>
  );
}

function StateOf({ connection, mayTest }: { connection: Connection; mayTest: boolean }) {
  const texts = useConnectionsTexts();
  const [told, setTold] = useState<string | null>(null);
  const { send, isSending } = useSend("post", "/v1/connections/{id}/test", {
    changes: ["connections"],
    onDone: ({ working, model, tookMs }) =>
      setTold(working ? texts.testWorks(model ?? "", formatDuration(tookMs)) : null),
  });
  const { message, checkedAt, keyHint, id } = connection;
  return (
    <div className="space-y-4">
      {message !== null && <Banner tone="danger">{message}</Banner>}
      <Definitions
        items={[
          { term: texts.state, value: <ConnectionState connection={connection} /> },
          { term: texts.key, value: keyHint === null ? texts.noKey : texts.keyEnds(keyHint) },
          { term: texts.checked, value: checkedAt === null ? texts.neverChecked : <Time at={checkedAt} /> },
        ]}
      />
      {mayTest && (
        <div className="flex flex-wrap items-center gap-3">
          <Button loading={isSending} onClick={() => send({ params: { id }, body: {} })}>
            {texts.testAgain}
          </Button>
          <span role="status" className="text-success-text">
            {told}
          </span>
        </div>
      )}
    </div>
  );
}

function Users({ connection }: { connection: Connection }) {
  const texts = useConnectionsTexts();
  const organization = useOrganizationId() ?? "";
  const users = connection.usedBy.map(({ id, name }) => ({ id, name, to: at.agent(organization, id, "model") }));
  return <UsedBy title={texts.usedBy} none={texts.nobody} users={users} />;
}

function ChangeForm({ connection }: { connection: Connection }) {
  const texts = useConnectionsTexts();
  const { id, name, baseUrl, keyHint, revision, vendor } = connection;
  const { sendAsync } = useSend("patch", "/v1/connections/{id}", { changes: ["connections"], done: texts.saved });
  const form = useKitForm({
    values: { name, key: "", baseUrl: baseUrl ?? "" },
    onSubmit: async (values) => {
      const address = values.baseUrl.trim() === "" ? null : values.baseUrl.trim();
      await sendAsync({
        params: { id },
        ifMatch: revision,
        body: {
          name: values.name.trim(),
          ...(address !== baseUrl && { baseUrl: address }),
          ...(values.key.trim() !== "" && { key: values.key.trim() }),
          evenIfFailing: false,
        },
      });
    },
  });
  return (
    <Form form={form} className="space-y-5">
      <FormField form={form} name="name" label={texts.name}>
        {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
      </FormField>
      <FormField
        form={form}
        name="key"
        label={texts.keyNew}
        optional
        help={keyHint === null ? undefined : texts.keyKept(keyHint)}
      >
        {(control) => <Input {...control} type="password" mono autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormField
        form={form}
        name="baseUrl"
        label={texts.baseUrl}
        optional={vendor !== "compatible"}
        help={vendor === "compatible" ? texts.baseUrlHelp : texts.baseUrlOther}
      >
        {(control) => <Input {...control} type="url" mono autoComplete="off" />}
      </FormField>
      <FormActions form={form} save={texts.testAndSave} />
    </Form>
  );
}
