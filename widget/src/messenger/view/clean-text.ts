/** Text without what nobody types: control and direction characters, odd line ends, hard spaces, heaps of empty lines. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|\u2028|\u2029/g, "\n")
      .replace(/[\u00a0\u202f]/g, " ")
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ue000\ue001]/g, "")
      .replace(/\n{4,}/g, "\n\n\n")
  );
}
