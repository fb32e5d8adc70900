import { useId } from "react";
import { useSearchState, useSend } from "../live/index.ts";
import { Banner } from "../ui/banner.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormField, useKitForm } from "../ui/form.tsx";
import { Input } from "../ui/input.tsx";
import { Switch } from "../ui/switch.tsx";
import { useViewTexts } from "./texts.ts";
import { type ListOfViews, useViews, type View } from "./use-views.ts";

interface ViewDialogProps {
  of: ListOfViews;
  /** What is changed; without one what is set now is saved anew. */
  view: View | null;
  onClose: () => void;
}

/** A view's name and who sees it. */
export function ViewDialog({ of, view, onClose }: ViewDialogProps) {
  const texts = useViewTexts();
  const form = useViewForm({ of, view, onClose });
  const { submit, state } = form;
  const actions = (
    <>
      <Button onClick={onClose}>{texts.cancel}</Button>
      <Button look="primary" loading={state === "saving"} onClick={() => void submit()}>
        {view ? texts.saveChanges : texts.save}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={view ? texts.editTitle : texts.saveTitle}
      {...(!view && { description: texts.saveText })}
      actions={actions}
    >
      <Form form={form} guard={false} className="space-y-4 pb-1">
        {form.problem !== null && <Banner tone="danger">{form.problem}</Banner>}
        <FormField form={form} name="name" label={texts.name}>
          {(control) => <Input {...control} maxLength={120} placeholder={texts.namePlaceholder} autoComplete="off" />}
        </FormField>
        {(!view || view.mine) && <Sharing form={form} />}
      </Form>
    </Dialog>
  );
}

interface Values extends Record<string, unknown> {
  name: string;
  shared: boolean;
}

function Sharing({ form }: { form: ReturnType<typeof useViewForm> }) {
  const texts = useViewTexts();
  const id = useId();
  const shared = form.hook.watch("shared");
  return (
    <div id={id}>
      <Switch
        checked={shared}
        onChange={(next) => form.hook.setValue("shared", next, { shouldDirty: true })}
        label={texts.share}
        help={texts.shareHelp}
      />
    </div>
  );
}

function useViewForm({ of, view, onClose }: ViewDialogProps) {
  const texts = useViewTexts();
  const [, setSearch] = useSearchState();
  const { query } = useViews(of);
  const create = useSend("post", "/v1/views", { done: ({ name }) => texts.saved(name) });
  const change = useSend("patch", "/v1/views/{id}", { done: texts.editDone });
  return useKitForm<Values>({
    values: { name: view?.name ?? "", shared: view?.shared ?? false },
    schema: () => import("@parley/contracts").then(({ viewInput }) => viewInput.pick({ name: true, shared: true })),
    onSubmit: async ({ name, shared }) => {
      if (view) {
        const body = view.mine ? { name, shared } : { name };
        await change.sendAsync({ params: { id: view.id }, ifMatch: view.revision, body });
      } else {
        const made = await create.sendAsync({ body: { ...of, name, shared, query } });
        setSearch({ view: made.id });
      }
      onClose();
    },
  });
}
