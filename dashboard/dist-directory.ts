/** Where the build puts what browsers get. */
export const distDirectory = new URL("./dist/", import.meta.url);
