import { CheckIcon } from "@heroicons/react/16/solid";
import { at } from "../addresses.ts";
import { useOrganizationId } from "../live/index.ts";
import { cx, RouteLink } from "../ui/index.ts";
import { useOnboardingTexts } from "./texts.ts";
import { type StepName, stepNames } from "./types.ts";

/** Where one is on the way. Every step of an agent that is there can be turned to. */
export function StepsBar({ step, agentId }: { step: StepName; agentId: string }) {
  const texts = useOnboardingTexts();
  const organization = useOrganizationId() ?? "";
  const now = stepNames.indexOf(step);
  return (
    <nav aria-label={texts.stepsLabel} className="mb-8">
      <ol className="flex items-center gap-1.5 md:gap-3">
        {stepNames.map((name, place) => {
          const isNow = place === now;
          const isDone = place < now;
          const label = (
            <>
              <Mark number={place + 1} isNow={isNow} isDone={isDone} />
              <span className={cx("truncate", !isNow && "sr-only sm:not-sr-only")}>{texts.steps[name]}</span>
            </>
          );
          const look = cx(
            "flex min-w-0 items-center gap-2 rounded-control py-1 pe-1 text-sm",
            isNow ? "font-medium" : "text-muted",
          );
          const isOpen = agentId !== "" && name !== "site";
          return (
            <li key={name} className="flex min-w-0 items-center gap-1.5 md:gap-3">
              {place > 0 && (
                <span aria-hidden className={cx("h-px w-4 md:w-8", isDone || isNow ? "bg-accent" : "bg-line-strong")} />
              )}
              {isOpen && !isNow ? (
                <RouteLink
                  to={at.start(organization, { agent: agentId, step: name })}
                  className={cx(look, "hover:text-text")}
                >
                  {label}
                </RouteLink>
              ) : (
                <span className={look} aria-current={isNow ? "step" : undefined}>
                  {label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Mark({ number, isNow, isDone }: { number: number; isNow: boolean; isDone: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "grid size-6 shrink-0 place-items-center rounded-full border text-xs font-medium tabular-nums",
        isDone && "border-transparent bg-accent text-on-accent",
        isNow && "border-accent text-accent-text",
        !isDone && !isNow && "border-line-control",
      )}
    >
      {isDone ? <CheckIcon className="size-3.5" /> : number}
    </span>
  );
}
