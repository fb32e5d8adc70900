import { createTexts } from "../../texts/create-texts.ts";

export const texts = {
  meaning: "Search by meaning",
  meaningText:
    "An embedding model finds passages that say the same in other words. For all agents of this organization.",
  choose: "Choose a model",
  change: "Change",
  by: (connection: string, model: string) => `${model} over ${connection}`,
  byServer: (model: string) => `${model}, from this server`,
  byWords: "No model: passages are found by their words alone, and well.",
  model: "Model",
  done: (passages: string) => `All ${passages} passages can be found by meaning.`,
  none: "No passages yet.",
  progress: (embedded: string, passages: string) => `${embedded} of ${passages} passages are ready`,
  problem: "The model cannot be asked just now",
  panelText:
    "It is asked once before it is kept. Then every passage is read with it; until that is done, search goes on as before.",
  connection: "Connection",
  connectionHelp: "OpenAI or an OpenAI-compatible server, such as Ollama. Groq and Anthropic have no embedding models.",
  modelHelp: "The vendor's name of an embedding model. Its cost is counted in usage as embedding tokens.",
  modelPlaceholder: "text-embedding-3-small",
  save: "Test and use",
  saved: "Chosen. Passages are read with it in the background.",
  noConnections: "No connected vendor makes vectors. Connect OpenAI or an OpenAI-compatible server first.",
  connect: "Connect a vendor",
  giveUp: "Stop using it",
  giveUpTitle: "Stop using your own model?",
  toServer: (model: string) =>
    `${model} of this server takes over once it has read all passages. Until then words alone are searched.`,
  toWords: "Passages are then found by their words alone. What the model made of them is deleted.",
  givenUp: "Your own model is not used any more.",
  removesMeaning: "Search by meaning uses it, and goes back to the server's model or to words alone.",
};
export const useMeaningTexts = createTexts(texts, {});
