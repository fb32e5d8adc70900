import { type ReactNode, useRef } from "react";

export interface ChooseFilesProps {
  onFiles: (files: readonly File[]) => void;
  multiple?: boolean;
  /** What opens the choice when it is pressed. */
  children: (open: () => void) => ReactNode;
}

/** A button or a line of a menu that lets files be chosen. */
export function ChooseFiles({ onFiles, multiple = false, children }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      {children(() => input.current?.click())}
    </>
  );
}
