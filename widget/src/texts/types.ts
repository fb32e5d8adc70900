/** Every word of the messenger and its pages that is not the agent's or the visitor's. `{name}` marks a place to fill. */
export interface Texts {
  aiAgent: string;
  connecting: string;
  offline: string;
  reading: string;
  pagesSoFar: string;
  canAsk: string;
  placeholder: string;
  send: string;
  stop: string;
  newConversation: string;
  startedAfresh: string;
  undo: string;
  open: string;
  close: string;
  typing: string;
  newMessages: string;
  sources: string;
  /** In place of a page: the site's owner wrote the answer. */
  verified: string;
  /** Above a message that takes back what was said before, and what that was. */
  correction: string;
  corrected: string;
  /** When the page was last seen to say it. */
  checked: string;
  source: string;
  openPage: string;
  /** Of a source that is a file which may be had. */
  openFile: string;
  /** Where in a file a source stands. */
  onPage: string;
  onSlide: string;
  onSheet: string;
  onRow: string;
  helpful: string;
  notHelpful: string;
  copy: string;
  copied: string;
  sending: string;
  waiting: string;
  notSent: string;
  tryAgain: string;
  remove: string;
  limited: string;
  budget: string;
  tooLong: string;
  failed: string;
  answerFailed: string;
  stopped: string;
  left: string;
  over: string;
  goneTitle: string;
  goneText: string;
  nothingYet: string;
  you: string;
  conversation: string;
  suggestions: string;
  share: string;
  copyLink: string;
  linkCopied: string;
  embed: string;
  embedText: string;
  about: string;
  notFoundTitle: string;
  notFoundText: string;
  errorTitle: string;
  errorText: string;
  needsScript: string;
}
