export declare const budgets: { firstLoad: number };
export declare function buildDashboard(options?: { outDir?: string }): Promise<void>;
