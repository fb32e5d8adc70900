import { ArrowUpIcon, PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { useRef, useState } from "react";
import { Button, IconButton, Input } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";

export interface ListEditorProps {
  label: string;
  items: readonly string[];
  onChange: (items: string[]) => void;
  add: string;
  placeholder: string;
  most: number;
  longest: number;
  disabled?: boolean;
}

/** Lines that are added, moved up and taken away. Enter goes on with the next line; empty lines count for nothing. */
export function ListEditor({
  label,
  items: given,
  onChange: give,
  add,
  placeholder,
  most,
  longest,
  disabled = false,
}: ListEditorProps) {
  const texts = useAgentsTexts();
  const [items, onChange] = useLines(given, give);
  const list = useRef<HTMLUListElement>(null);
  const focusLine = (place: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>("input")[place]?.focus());
  const put = (place: number, text: string) => onChange(items.map((item, at) => (at === place ? text : item)));
  const insert = (place: number) => {
    if (items.length >= most) return;
    onChange([...items.slice(0, place), "", ...items.slice(place)]);
    focusLine(place);
  };
  const remove = (place: number) => {
    onChange(items.filter((_, at) => at !== place));
    focusLine(Math.max(0, place - 1));
  };
  const raise = (place: number) => {
    const [above, own] = [items[place - 1] ?? "", items[place] ?? ""];
    onChange(items.map((item, at) => (at === place - 1 ? own : at === place ? above : item)));
    focusLine(place - 1);
  };
  return (
    <div className="space-y-2">
      <ul ref={list} className="space-y-2">
        {items.map((item, place) => (
          <li key={place} className="flex items-center gap-1">
            <Input
              label={texts.item(label, place + 1)}
              value={item}
              placeholder={placeholder}
              maxLength={longest}
              disabled={disabled}
              onChange={(text) => put(place, text)}
              onKeyDown={(event) => {
                if (event.key === "Enter") {
                  event.preventDefault();
                  insert(place + 1);
                }
                if (event.key === "Backspace" && item === "" && items.length > 1) {
                  event.preventDefault();
                  remove(place);
                }
              }}
            />
            {!disabled && (
              <>
                <IconButton
                  size="small"
                  name={texts.moveUp(item)}
                  icon={ArrowUpIcon}
                  disabled={place === 0}
                  onClick={() => raise(place)}
                />
                <IconButton size="small" name={texts.removeItem(item)} icon={XMarkIcon} onClick={() => remove(place)} />
              </>
            )}
          </li>
        ))}
      </ul>
      {!disabled && items.length < most && (
        <Button size="small" icon={PlusIcon} onClick={() => insert(items.length)}>
          {add}
        </Button>
      )}
    </div>
  );
}

/** Lines as they stand on the screen, with those that are still empty. */
function useLines(given: readonly string[], give: (lines: string[]) => void) {
  const [lines, setLines] = useState([...given]);
  const filled = lines.filter((line) => line.trim() !== "");
  const isSame = filled.length === given.length && filled.every((line, place) => line === given[place]);
  const shown = isSame ? lines : [...given];
  const change = (next: string[]) => {
    setLines(next);
    give(next.filter((line) => line.trim() !== ""));
  };
  return [shown, change] as const;
}
