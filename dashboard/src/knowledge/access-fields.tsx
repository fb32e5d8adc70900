import { PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { Button, Field, FormField, IconButton, Input, type KitForm } from "../ui/index.ts";
import { Fold } from "./crawl-fields.tsx";
import type { Pair, WebsiteValues } from "./website-values.ts";
import { useWebsiteTexts } from "./website-texts.ts";

/** What opens a site that is not open. Values that are there already are never shown. */
export function AccessFields({ form, hasPassword }: { form: KitForm<WebsiteValues>; hasPassword: boolean }) {
  const texts = useWebsiteTexts();
  return (
    <Fold title={texts.access} help={texts.accessHelp}>
      <p className="text-sm text-muted">{texts.accessNote}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        <FormField form={form} name="access.username" label={texts.username} optional>
          {(control) => <Input {...control} autoComplete="off" spellCheck={false} maxLength={200} />}
        </FormField>
        <FormField form={form} name="access.password" label={texts.password} optional>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              maxLength={4_000}
              {...(hasPassword && { placeholder: texts.kept })}
            />
          )}
        </FormField>
      </div>
      <Pairs form={form} name="access.headers" label={texts.headers} add={texts.addHeader} />
      <Pairs form={form} name="access.cookies" label={texts.cookies} add={texts.addCookie} />
    </Fold>
  );
}

interface PairsProps {
  form: KitForm<WebsiteValues>;
  name: "access.headers" | "access.cookies";
  label: string;
  add: string;
}

function Pairs({ form, name, label, add }: PairsProps) {
  const texts = useWebsiteTexts();
  const pairs = form.hook.watch(name);
  const put = (next: Pair[]) => form.hook.setValue(name, next, { shouldDirty: true });
  const change = (at: number, part: Partial<Pair>) =>
    put(pairs.map((pair, place) => (place === at ? { ...pair, ...part } : pair)));
  return (
    <Field label={label} group optional>
      <div className="space-y-2">
        {pairs.map((pair, at) => (
          // Rows have no other name than their place: two may be called the same while they are typed.
          <div key={at} className="flex items-center gap-2">
            <Input
              label={`${label}: ${texts.pairName}`}
              placeholder={texts.pairName}
              value={pair.name}
              onChange={(typed) => change(at, { name: typed })}
              spellCheck={false}
              autoComplete="off"
            />
            <Input
              label={`${label}: ${texts.pairValue}`}
              placeholder={pair.stored ? texts.kept : texts.pairValue}
              type="password"
              autoComplete="new-password"
              value={pair.value}
              onChange={(value) => change(at, { value })}
            />
            <IconButton
              name={texts.removePair(pair.name)}
              icon={XMarkIcon}
              onClick={() => put(pairs.filter((_, place) => place !== at))}
            />
          </div>
        ))}
        <Button icon={PlusIcon} size="small" onClick={() => put([...pairs, { name: "", value: "", stored: false }])}>
          {add}
        </Button>
      </div>
    </Field>
  );
}
