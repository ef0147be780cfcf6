/** The page of a function, or one of its tabs. */
export const functionHref = (functionName: string, tab?: string): string =>
  `/console/functions/${encodeURIComponent(functionName)}${tab ? `/${tab}` : ''}`;
