import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type RowOf, useGet, useList, usePermissions, useSend } from "../../live/index.ts";
import {
  Banner,
  Button,
  Combobox,
  ConfirmDialog,
  Form,
  FormActions,
  FormField,
  QueryView,
  Select,
  SidePanel,
  useKitForm,
} from "../../ui/index.ts";
import { type Embeddings, useEmbeddings } from "./meaning-section.tsx";
import { useMeaningTexts } from "./texts.ts";

type Connection = RowOf<"/v1/connections">;

/** A model of the organization's own for the search by meaning; or none any more. */
export function MeaningPanel({ closeTo }: { closeTo: string }) {
  const texts = useMeaningTexts();
  const { can } = usePermissions();
  const [isGivingUp, setGivingUp] = useState(false);
  const navigate = useNavigate();
  const embeddings = useEmbeddings();
  const connections = useList("/v1/connections");
  const able = connections.rows.filter(({ vendor }) => vendor === "openai" || vendor === "compatible");
  const removal = useSend("delete", "/v1/embeddings", { changes: ["connections"], done: texts.givenUp });
  const giveUp = async () => {
    await removal.sendAsync({ ifMatch: embeddings.data?.revision ?? 0 });
    await navigate({ to: closeTo });
  };
  return (
    <SidePanel
      title={texts.meaning}
      description={texts.panelText}
      closeTo={`${closeTo}?`}
      footer={
        can("connections:write") && embeddings.data?.choice ? (
          <Button look="danger-quiet" onClick={() => setGivingUp(true)}>
            {texts.giveUp}
          </Button>
        ) : undefined
      }
    >
      <QueryView query={{ ...embeddings, isPending: embeddings.isPending || connections.isPending }} skeleton="form">
        {(data) => (
          <>
            {able.length === 0 ? (
              <Banner tone="info" action={<Button to={`${closeTo}?connection=new`}>{texts.connect}</Button>}>
                {texts.noConnections}
              </Banner>
            ) : (
              <ChoiceForm data={data} connections={able} closeTo={closeTo} />
            )}
            <ConfirmDialog
              open={isGivingUp}
              onClose={() => setGivingUp(false)}
              title={texts.giveUpTitle}
              description={data.server === null ? texts.toWords : texts.toServer(data.server)}
              confirm={texts.giveUp}
              onConfirm={giveUp}
            />
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

interface ChoiceFormProps {
  data: Embeddings;
  connections: readonly Connection[];
  closeTo: string;
}

function ChoiceForm({ data: { choice, revision }, connections, closeTo }: ChoiceFormProps) {
  const texts = useMeaningTexts();
  const { can } = usePermissions();
  const navigate = useNavigate();
  const { sendAsync } = useSend("put", "/v1/embeddings", { changes: ["connections"], done: texts.saved });
  const form = useKitForm({
    values: { connectionId: choice?.connectionId ?? connections[0]?.id ?? "", model: choice?.model ?? "" },
    onSubmit: async ({ connectionId, model }) => {
      await sendAsync({ ifMatch: revision, body: { connectionId, model: model.trim() } });
      form.discard();
      await navigate({ to: closeTo });
    },
  });
  const connectionId = form.hook.watch("connectionId");
  const offered = useGet(
    "/v1/connections/{id}/models",
    { id: connectionId, for: "vectors" },
    { enabled: connectionId !== "" && can("connections:read") },
  );
  const names = (offered.data?.data ?? []).map(({ id }) => id);
  const own = form.hook.watch("model");
  return (
    <Form form={form} className="space-y-5" guard={false}>
      <FormField form={form} name="connectionId" label={texts.connection} help={texts.connectionHelp}>
        {({ value, onChange }) => (
          <Select
            value={value}
            onChange={onChange}
            options={connections.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </FormField>
      <FormField form={form} name="model" label={texts.model} help={texts.modelHelp}>
        {({ value, onChange }) => (
          <Combobox
            value={value === "" ? null : value}
            onChange={onChange}
            placeholder={texts.modelPlaceholder}
            options={[...new Set([...(own === "" ? [] : [own]), ...names])].map((name) => ({
              value: name,
              label: name,
            }))}
            loading={offered.isPending && offered.isFetching}
            create
          />
        )}
      </FormField>
      <FormActions form={form} save={texts.save} always />
    </Form>
  );
}
