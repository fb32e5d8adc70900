import { Banner, type KitForm } from "../ui/index.ts";
import type { FieldValues } from "react-hook-form";

/** What is wrong with the form as a whole. */
export function FormProblem<V extends FieldValues>({ form }: { form: KitForm<V> }) {
  if (form.problem === null) return null;
  return <Banner tone="danger">{form.problem}</Banner>;
}
