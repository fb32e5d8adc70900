import {
  Form,
  FormActions,
  FormField,
  FormSection,
  Input,
  SaveState,
  Select,
  Textarea,
  toast,
  useKitForm,
} from "../ui/index.ts";
import { Row } from "./row.tsx";

const schema = {
  safeParse(value: unknown) {
    const name: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "name") : "";
    const short = typeof name !== "string" || name.trim().length < 3;
    if (!short) return { success: true };
    return { success: false, error: { issues: [{ path: ["name"], message: "must have at least 3 letters" }] } };
  },
};

export function Forms() {
  const form = useKitForm({
    values: { name: "Bakery helper", tone: "friendly", greeting: "Hello! What would you like to know?" },
    schema,
    onSubmit: async ({ name }) => {
      if (name.includes("!")) throw Object.assign(new Error("A name has no exclamation mark."), { field: "name" });
      toast.done("Saved");
    },
  });
  return (
    <>
      <Form form={form} guard={false}>
        <FormSection
          id="who"
          title="Who it is"
          text="What visitors see first. Type “!” into the name to see the server refuse it."
        >
          <FormField form={form} name="name" label="Name">
            {(control) => <Input {...control} />}
          </FormField>
          <FormField form={form} name="tone" label="Tone">
            {({ value, onChange, onBlur }) => (
              <Select
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                options={[
                  { value: "friendly", label: "Friendly" },
                  { value: "formal", label: "Formal" },
                ]}
              />
            )}
          </FormField>
        </FormSection>
        <FormSection id="greeting" title="Greeting">
          <FormField form={form} name="greeting" label="First message" help="Shown when the messenger opens.">
            {(control) => <Textarea {...control} />}
          </FormField>
          <FormActions form={form} />
        </FormSection>
      </Form>
      <Row name="Save state">
        <SaveState state="unsaved" />
        <SaveState state="saving" />
        <SaveState state="saved" />
        <SaveState state="failed" onRetry={() => {}} />
      </Row>
    </>
  );
}
