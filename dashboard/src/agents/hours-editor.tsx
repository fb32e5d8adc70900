import { DocumentDuplicateIcon, PlusIcon, XMarkIcon } from "@heroicons/react/16/solid";
import { useTimeZone } from "../live/index.ts";
import { Combobox, Field, IconButton, Input, Switch } from "../ui/index.ts";
import { useAgentsTexts } from "./texts.ts";
import type { Settings } from "./types.ts";

type Hours = NonNullable<Settings["hours"]>;
type Day = keyof Hours["days"];
type Interval = Hours["days"][Day][number];

const days: readonly Day[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const usual: Interval = { from: "09:00", to: "17:00" };

export interface HoursEditorProps {
  hours: Hours | undefined;
  /** Null: no hours at all. */
  onChange: (hours: Hours | null) => void;
  disabled: boolean;
}

/** A week of opening hours, several stretches a day, past midnight too. */
export function HoursEditor({ hours, onChange, disabled }: HoursEditorProps) {
  const texts = useAgentsTexts();
  const zone = useTimeZone();
  const start = () => onChange({ timeZone: zone, days: weekOf((day) => (isWorkday(day) ? [usual] : [])) });
  return (
    <div className="space-y-4">
      <Switch
        checked={hours !== undefined}
        disabled={disabled}
        onChange={(on) => (on ? start() : onChange(null))}
        label={texts.hoursOn}
        {...(hours === undefined && { help: texts.hoursOff })}
      />
      {hours && (
        <>
          <ul className="divide-y divide-line rounded-card border border-line">
            {days.map((day) => (
              <DayRow
                key={day}
                day={day}
                intervals={hours.days[day]}
                disabled={disabled}
                onChange={(intervals) => onChange({ ...hours, days: { ...hours.days, [day]: intervals } })}
                onCopy={() =>
                  onChange({
                    ...hours,
                    days: weekOf((other) => (isWorkday(other) ? hours.days[day] : hours.days[other])),
                  })
                }
              />
            ))}
          </ul>
          <Field label={texts.timeZone}>
            <Combobox
              value={hours.timeZone}
              options={timeZones()}
              disabled={disabled}
              onChange={(timeZone) => onChange({ ...hours, timeZone })}
            />
          </Field>
        </>
      )}
    </div>
  );
}

interface DayRowProps {
  day: Day;
  intervals: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
  onCopy: () => void;
  disabled: boolean;
}

function DayRow({ day, intervals, onChange, onCopy, disabled }: DayRowProps) {
  const texts = useAgentsTexts();
  const name = texts.days[day];
  const put = (place: number, change: Partial<Interval>) =>
    onChange(intervals.map((one, at) => (at === place ? { ...one, ...change } : one)));
  return (
    <li className="grid grid-cols-[6rem_minmax(0,1fr)_auto] items-start gap-2 px-3 py-2">
      <span className="pt-1.5">{name}</span>
      <div className="space-y-2">
        {intervals.length === 0 && <span className="block pt-1.5 text-muted">{texts.closed}</span>}
        {intervals.map((interval, place) => (
          <div key={place} className="flex flex-wrap items-center gap-1.5">
            <TimeBox
              label={texts.hoursOf(texts.from, name)}
              value={interval.from}
              disabled={disabled}
              onChange={(from) => put(place, { from })}
            />
            <span aria-hidden className="text-muted">
              {"–"}
            </span>
            <TimeBox
              label={texts.hoursOf(texts.to, name)}
              value={interval.to}
              disabled={disabled}
              onChange={(to) => put(place, { to })}
            />
            {!disabled && (
              <IconButton
                size="small"
                name={texts.removeHoursOn(name)}
                icon={XMarkIcon}
                onClick={() => onChange(intervals.filter((_, at) => at !== place))}
              />
            )}
            {interval.to <= interval.from && <span className="text-xs text-muted">{texts.pastMidnight}</span>}
          </div>
        ))}
      </div>
      {!disabled && (
        <span className="flex">
          <IconButton
            size="small"
            name={texts.addHoursOn(name)}
            icon={PlusIcon}
            disabled={intervals.length >= 6}
            onClick={() => onChange([...intervals, usual])}
          />
          {isWorkday(day) && (
            <IconButton size="small" name={texts.copyToWeekdays} icon={DocumentDuplicateIcon} onClick={onCopy} />
          )}
        </span>
      )}
    </li>
  );
}

function TimeBox({
  label,
  value,
  onChange,
  disabled,
}: {
  label: string;
  value: string;
  onChange: (time: string) => void;
  disabled: boolean;
}) {
  return (
    <Input
      type="time"
      label={label}
      value={value === "24:00" ? "00:00" : value}
      disabled={disabled}
      className="w-33! tabular-nums"
      onChange={(time) => time !== "" && onChange(time)}
    />
  );
}

function weekOf(make: (day: Day) => readonly Interval[]): Hours["days"] {
  const [monday, tuesday, wednesday, thursday, friday, saturday, sunday] = days.map((day) => [...make(day)]);
  const none: Interval[] = [];
  return {
    monday: monday ?? none,
    tuesday: tuesday ?? none,
    wednesday: wednesday ?? none,
    thursday: thursday ?? none,
    friday: friday ?? none,
    saturday: saturday ?? none,
    sunday: sunday ?? none,
  };
}

function isWorkday(day: Day): boolean {
  return day !== "saturday" && day !== "sunday";
}

function timeZones() {
  return Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
