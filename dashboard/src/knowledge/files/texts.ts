import { createTexts } from "../../texts/create-texts.ts";

const texts = {
  files: "Files",
  upload: "Upload files",
  drop: "Drop the files to upload them",
  accepted:
    "PDF, Word, PowerPoint, Excel, CSV, web pages, text, mails, books, or a ZIP of these, up to 50 MB each. Drop them anywhere here.",
  none: "No files yet",
  noneText: "Upload price lists, handbooks or slides, and the agent answers from them with the page or row.",
  search: "Find by name",
  name: "Name",
  state: "State",
  size: "Size",
  added: "Added",
  pages: "Pages",
  words: "Words",
  type: "Type",
  status: { queued: "Waiting", reading: "Reading", ready: "Ready", failed: "Not read" },
  types: {
    pdf: "PDF",
    docx: "Word",
    pptx: "PowerPoint",
    xlsx: "Excel",
    csv: "Table",
    html: "Web page",
    markdown: "Markdown",
    text: "Text",
    json: "JSON",
    epub: "Book",
    eml: "Mail",
    odt: "OpenDocument text",
    ods: "OpenDocument table",
    odp: "OpenDocument slides",
    zip: "ZIP",
    image: "Picture",
  } as Record<string, string>,
  bytes: (size: number) => {
    if (size < 1_000) return `${size} B`;
    if (size < 1_000_000) return `${Math.round(size / 1_000)} KB`;
    return `${(size / 1_000_000).toFixed(size < 10_000_000 ? 1 : 0)} MB`;
  },
  documentsCount: (n: number) => (n === 1 ? "1 document" : `${n.toLocaleString()} documents`),
  pagesCount: (n: number) => (n === 1 ? "1 page" : `${n.toLocaleString()} pages`),
  skippedCount: (n: number) => (n === 1 ? "1 part was not read" : `${n} parts were not read`),
  skippedText: "The rest of the file is there.",

  sending: (n: number) => (n === 1 ? "Uploading 1 file" : `Uploading ${n} files`),
  waits: "Waits",
  sent: (share: number) => `${Math.round(share * 100)} %`,
  dismiss: (name: string) => `Put away what became of ${name}`,
  dismissAll: "Put away",
  uploadFailures: (n: number) => (n === 1 ? "1 file was not taken" : `${n} files were not taken`),
  tooLarge: "The file is larger than 50 MB. Split it, or make its pictures smaller.",
  empty: "The file is empty.",
  folder: "Folders cannot be uploaded. Pack it as a ZIP, or choose the files in it.",

  actions: "What to do with this file",
  again: "Read again",
  replace: "Replace",
  download: "Download",
  remove: "Delete",
  removed: (name: string) => `${name} is deleted`,
  readingAgain: "It is being read again",
  replaced: "The new content is being read",
  public: "Visitors may download it",
  publicHelp: "A citation then links to the file. Off, it shows the title and the place alone.",
  published: "Visitors may download it now",
  unpublished: "Visitors cannot download it any more",
  made: "Made from it",
  untitled: "Without a title",
  wordsCount: (n: number) => (n === 1 ? "1 word" : `${n.toLocaleString()} words`),
  details: "Details",
};

export const useFileTexts = createTexts(texts, {});
export type FileTexts = typeof texts;
