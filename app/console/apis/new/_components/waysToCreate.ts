export type ApiProtocol = 'rest' | 'http' | 'websocket';

export const protocolOf = (word: string | undefined): ApiProtocol =>
  word === 'http' || word === 'websocket' ? word : 'rest';

const ways: Record<ApiProtocol, { kind: string; label: string }[]> = {
  rest: [
    { kind: 'blank', label: 'Blank' },
    { kind: 'function', label: 'Function' },
    { kind: 'import', label: 'Import' },
    { kind: 'sample', label: 'Sample' },
    { kind: 'clone', label: 'Clone' },
  ],
  http: [
    { kind: 'quick', label: 'Quick create' },
    { kind: 'import', label: 'Import' },
  ],
  websocket: [{ kind: 'blank', label: 'Blank' }],
};

/** Tabs of one kind of API; the first is where its choice leads. */
export const waysToCreate = (protocol: ApiProtocol): { href: string; label: string }[] =>
  ways[protocol].map(({ kind, label }) => {
    const query = new URLSearchParams(protocol === 'rest' ? { kind } : { protocol, kind });
    return { href: `/console/apis/new?${query}`, label };
  });
