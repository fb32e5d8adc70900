export type Way = "html" | "react" | "vue" | "wordpress" | "shopify" | "gtm";

export interface SnippetOf {
  /** This server's own address, without a slash at the end. */
  server: string;
  agentId: string;
}

/** What is pasted for each way of making a site, and the name of the file that it goes into, if it is one. */
export function writeSnippet(way: Way, of: SnippetOf): { code: string; file: string | null } {
  const line = `<script async src="${of.server}/widget.js" data-agent="${of.agentId}"></script>`;
  if (way === "react") return { code: react(of), file: "ParleyChat.jsx" };
  if (way === "vue") return { code: vue(of), file: "ParleyChat.js" };
  if (way === "gtm") return { code: tagManager(of), file: null };
  return { code: line, file: way === "shopify" ? "layout/theme.liquid" : null };
}

const react = ({ server, agentId }: SnippetOf) => `import { useEffect } from "react";

export function ParleyChat() {
  useEffect(() => {
    if (document.querySelector("script[data-agent]")) return;
    const script = document.createElement("script");
    script.async = true;
    script.src = "${server}/widget.js";
    script.dataset.agent = "${agentId}";
    document.body.append(script);
  }, []);
  return null;
}
`;

const vue = ({ server, agentId }: SnippetOf) => `import { onMounted } from "vue";

export const ParleyChat = {
  setup() {
    onMounted(() => {
      if (document.querySelector("script[data-agent]")) return;
      const script = document.createElement("script");
      script.async = true;
      script.src = "${server}/widget.js";
      script.dataset.agent = "${agentId}";
      document.body.append(script);
    });
    return () => null;
  },
};
`;

/** Tag managers drop attributes that they do not know from the scripts that they copy; one that is made keeps them. */
const tagManager = ({ server, agentId }: SnippetOf) => `<script>
  (function () {
    var script = document.createElement("script");
    script.async = true;
    script.src = "${server}/widget.js";
    script.setAttribute("data-agent", "${agentId}");
    document.body.appendChild(script);
  })();
</script>`;
