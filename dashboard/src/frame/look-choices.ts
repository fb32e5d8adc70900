import { useStore } from "../ui/store.ts";
import { changeLook, type Density, look, type Theme } from "./look.ts";
import { useFrameTexts } from "./texts.ts";

interface Choice<T extends string> {
  title: string;
  value: T;
  options: { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** Theme and density, wherever they are chosen: with their words, and what is chosen now. */
export function useLookChoices(): { theme: Choice<Theme>; density: Choice<Density> } {
  const texts = useFrameTexts();
  const { theme, density } = useStore(look);
  return {
    theme: {
      title: texts.theme,
      value: theme,
      options: [
        { value: "system", label: texts.themeSystem },
        { value: "light", label: texts.themeLight },
        { value: "dark", label: texts.themeDark },
      ],
      onChange: (next) => changeLook({ theme: next }),
    },
    density: {
      title: texts.density,
      value: density,
      options: [
        { value: "comfortable", label: texts.comfortable },
        { value: "dense", label: texts.dense },
      ],
      onChange: (next) => changeLook({ density: next }),
    },
  };
}
