import { Empty } from "../ui/index.ts";
import { useConversationTexts } from "./texts.ts";

/** Beside the list while no conversation is open. */
export function NoThreadScreen() {
  const texts = useConversationTexts();
  return (
    <div className="grid flex-1 place-items-center bg-page">
      <Empty picture="conversation" title={texts.choose} text={texts.chooseText} />
    </div>
  );
}
