import { Button } from "../ui/index.ts";
import { type AnswerOf, useSend } from "../live/index.ts";
import { at } from "../addresses.ts";
import { useReturnPath } from "./go-back.ts";
import { useAccountTexts } from "./texts.ts";

type Provider = AnswerOf<"/v1/auth/options">["social"][number];

export function SocialButtons({ providers }: { providers: readonly Provider[] }) {
  const texts = useAccountTexts();
  const returnTo = useReturnPath() ?? at.begin();
  const begin = useSend("post", "/v1/auth/social", { onDone: ({ url }) => location.assign(url) });
  return (
    <div className="space-y-3">
      {providers.map((provider) => (
        <Button
          key={provider}
          size="large"
          wide
          icon={provider === "google" ? Google : Github}
          loading={begin.isSending}
          onClick={() => begin.send({ body: { provider, returnTo } })}
        >
          {texts.continueWith(provider === "google" ? texts.google : texts.github)}
        </Button>
      ))}
    </div>
  );
}

function Google({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden className={className} fill="currentColor">
      <path d="M15.5 8.2c0-.6 0-1.1-.1-1.6H8v3h4.2a3.6 3.6 0 0 1-1.6 2.4v2h2.5c1.5-1.4 2.4-3.4 2.4-5.8ZM8 16c2.2 0 4-.7 5.3-2l-2.6-2a4.8 4.8 0 0 1-7.1-2.5H.9v2A8 8 0 0 0 8 16ZM3.6 9.5a4.8 4.8 0 0 1 0-3v-2H.9a8 8 0 0 0 0 7.1l2.7-2.1ZM8 3.2c1.2 0 2.2.4 3.1 1.2l2.3-2.3A8 8 0 0 0 .9 4.4l2.7 2.1A4.8 4.8 0 0 1 8 3.2Z" />
    </svg>
  );
}

function Github({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden className={className} fill="currentColor">
      <path d="M8 0a8 8 0 0 0-2.5 15.6c.4 0 .5-.2.5-.4v-1.4c-2.2.5-2.7-1-2.7-1-.4-.9-.9-1.2-.9-1.2-.7-.5.1-.5.1-.5.8.1 1.2.8 1.2.8.7 1.3 1.9.9 2.3.7.1-.5.3-.9.5-1.1-1.8-.2-3.6-.9-3.6-4 0-.9.3-1.6.8-2.2-.1-.2-.4-1 .1-2.1 0 0 .7-.2 2.2.8a7.5 7.5 0 0 1 4 0c1.5-1 2.2-.8 2.2-.8.4 1.1.2 1.9.1 2.1.5.6.8 1.3.8 2.2 0 3.1-1.9 3.7-3.7 3.9.3.3.6.8.6 1.5v2.2c0 .2.1.5.6.4A8 8 0 0 0 8 0Z" />
    </svg>
  );
}
