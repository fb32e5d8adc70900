import { useEffect, useState } from "react";
import { cx } from "./cx.ts";
import { useKitTexts } from "./texts.ts";

export interface SectionNavProps {
  sections: readonly { id: string; label: string }[];
  className?: string;
}

/** Anchors of a long page of settings; shows where one is. Beside the sections on wide screens, hidden on others. */
export function SectionNav({ sections, className }: SectionNavProps) {
  const texts = useKitTexts();
  const current = useSectionInSight(sections);
  return (
    <nav aria-label={texts.sections} className={cx("sticky top-6 hidden h-fit w-44 shrink-0 xl:block", className)}>
      <ul className="border-s border-line">
        {sections.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              aria-current={id === current ? "location" : undefined}
              className={cx(
                "-ms-px block border-s py-1 ps-3 text-sm transition-colors duration-fast",
                id === current
                  ? "border-accent font-medium text-text"
                  : "border-transparent text-muted hover:text-text",
              )}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useSectionInSight(sections: SectionNavProps["sections"]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id);
  const ids = sections.map(({ id }) => id).join(" ");
  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) seen.add(target.id);
          else seen.delete(target.id);
        const first = ids.split(" ").find((id) => seen.has(id));
        if (first !== undefined) setCurrent(first);
      },
      { rootMargin: "-10% 0px -60% 0px" },
    );
    for (const id of ids.split(" ")) {
      const element = document.getElementById(id);
      if (element) observer.observe(element);
    }
    return () => observer.disconnect();
  }, [ids]);
  return current;
}
