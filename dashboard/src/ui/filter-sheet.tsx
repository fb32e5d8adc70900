import { FunnelIcon } from "@heroicons/react/16/solid";
import { type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { Combobox } from "./combobox.tsx";
import { Dialog } from "./dialog.tsx";
import { Field } from "./field.tsx";
import type { Filter } from "./filter-bar.tsx";
import { Popover } from "./popover.tsx";
import { Select } from "./select.tsx";
import { useKitTexts } from "./texts.ts";
import { usePhone } from "./use-phone.ts";

export interface FilterSheetProps {
  filters: readonly Filter[];
  /** What is set, by the filter's name. */
  values: Readonly<Record<string, string | undefined>>;
  onChange: (name: string, value: string | null) => void;
  /** Null where nothing is set. */
  onClear: (() => void) | null;
  className: string;
}

/** More takes a field to search in. */
const FEW = 10;
/** No filter has it as a value of its own. */
const ANY = "*";

/** All filters of a list behind one button: for columns and phones that have no room for one button each. */
export function FilterSheet({ filters, values, onChange, onClear, className }: FilterSheetProps) {
  const texts = useKitTexts();
  const isPhone = usePhone();
  const [open, setOpen] = useState(false);
  const fields = filters.map((filter) => (
    <Choice
      key={filter.name}
      filter={filter}
      value={values[filter.name]}
      onChange={(value) => onChange(filter.name, value)}
    />
  ));
  const trigger = (
    <Button
      icon={FunnelIcon}
      aria-haspopup="dialog"
      className={className}
      {...(isPhone && { onClick: () => setOpen(true) })}
    >
      {texts.filter}
    </Button>
  );
  if (isPhone)
    return (
      <>
        {trigger}
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title={texts.filter}
          actions={
            <>
              {onClear && <Button onClick={onClear}>{texts.clearFilters}</Button>}
              <Button look="primary" onClick={() => setOpen(false)}>
                {texts.showList}
              </Button>
            </>
          }
        >
          <Fields>{fields}</Fields>
        </Dialog>
      </>
    );
  return (
    <Popover trigger={trigger} label={texts.filter} open={open} onOpenChange={setOpen}>
      <Fields>{fields}</Fields>
      {onClear && (
        <Button wide className="mt-3" onClick={onClear}>
          {texts.clearFilters}
        </Button>
      )}
    </Popover>
  );
}

const Fields = ({ children }: { children: ReactNode }) => <div className="space-y-3">{children}</div>;

interface ChoiceProps {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | null) => void;
}

function Choice({ filter: { label, options }, value, onChange }: ChoiceProps) {
  const texts = useKitTexts();
  const all = [{ value: ANY, label: texts.any }, ...options];
  const control = {
    options: all,
    value: value ?? ANY,
    onChange: (next: string) => onChange(next === ANY ? null : next),
  };
  return <Field label={label}>{all.length > FEW ? <Combobox {...control} /> : <Select {...control} />}</Field>;
}
