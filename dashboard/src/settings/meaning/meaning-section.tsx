import { at } from "../../addresses.ts";
import { type AnswerOf, useGet, useOrganizationId, usePermissions } from "../../live/index.ts";
import { Banner, Button, Card, formatNumber, Progress, QueryView } from "../../ui/index.ts";
import { useMeaningTexts } from "./texts.ts";

export type Embeddings = AnswerOf<"/v1/embeddings">;

export const useEmbeddings = () => useGet("/v1/embeddings", {}, { live: ["connections", "documents"] });

/** Which embedding model the agents search with, and how far its vectors are. */
export function MeaningSection() {
  const texts = useMeaningTexts();
  const organization = useOrganizationId() ?? "";
  const { can } = usePermissions();
  const query = useEmbeddings();
  const place = `${at.settings(organization, "connections")}?embeddings=choose`;
  return (
    <div className="mt-8">
      <QueryView query={query} skeleton="cards">
        {(data) => (
          <Card
            title={texts.meaning}
            text={texts.meaningText}
            action={
              can("connections:write") && (
                <Button to={place}>{data.choice === null ? texts.choose : texts.change}</Button>
              )
            }
          >
            <div className="mt-1 space-y-3">
              <p className="font-medium wrap-anywhere">{nameOf(texts, data)}</p>
              <Far data={data} />
            </div>
          </Card>
        )}
      </QueryView>
    </div>
  );
}

export function nameOf(texts: ReturnType<typeof useMeaningTexts>, { choice, server }: Embeddings): string {
  if (choice !== null) return texts.by(choice.connectionName, choice.model);
  return server === null ? texts.byWords : texts.byServer(server);
}

function Far({ data: { choice, server, passages, embedded, problem } }: { data: Embeddings }) {
  const texts = useMeaningTexts();
  if (choice === null && server === null) return null;
  if (problem !== null)
    return (
      <Banner tone="warning" title={texts.problem}>
        {problem}
      </Banner>
    );
  if (embedded < passages)
    return (
      <Progress
        label={texts.progress(formatNumber(embedded), formatNumber(passages))}
        value={embedded}
        max={passages}
      />
    );
  return <p className="text-sm text-muted">{passages === 0 ? texts.none : texts.done(formatNumber(passages))}</p>;
}
