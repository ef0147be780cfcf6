/** AWS: "API definition file: 6 MB" (reference/operations.md section 9). */
export const maxBytes = 6 * 1024 * 1024;
/** Deeper documents are bombs: real ones stay below 40. Also keeps every recursive reader off the stack's end. */
export const maxDepth = 200;
/** Values of one document. A 6 MB document of real APIs has about 300,000. */
export const maxNodes = 500_000;
/** The yaml package takes about 4 µs a token (measured); more would hold the process for over 2 s. */
export const maxYamlTokens = 500_000;
export const maxAliases = 100;
export const maxErrors = 50;
export const maxWarnings = 5_000;
/** Ours; AWS allows 300. */
export const maxResources = 20_000;
