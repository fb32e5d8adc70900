export interface Manifest {
  version: string;
  entries: {
    loaderJs: string;
    messengerJs: string;
    messengerCss: string;
    pagesCss: string;
    favicon: string;
    shareImage: string | null;
    font: string;
    previewJs: string;
    stageJs: string;
    stageCss: string;
  };
  looks: Record<string, string>;
  files: { path: string; file: string; type: string; cache: string }[];
  sizes: { loader: number; messenger: number };
}
export const budgets: { loader: number; messenger: number };
export function build(options?: { outDir?: string }): Promise<Manifest>;
