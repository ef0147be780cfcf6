import type { DomainName } from '@/lib/model/domainName';

/** AWS's types in one text; two while a name moves from one to the other. */
export type EndpointTypes = 'REGIONAL' | 'EDGE' | 'EDGE,REGIONAL';

export const endpointOptions = [
  { value: 'REGIONAL', label: 'Regional' },
  { value: 'EDGE', label: 'Edge-optimized' },
] as const;

/** While a name moves, the state it is in can be chosen too. */
export const movingOption = { value: 'EDGE,REGIONAL', label: 'Both, while it moves' } as const;

export const typesOf = (endpoint: EndpointTypes) => endpoint.split(',').filter(isEndpointType);

export function endpointOf({ endpointConfiguration: { types } }: DomainName): EndpointTypes {
  if (types.includes('EDGE')) return types.includes('REGIONAL') ? 'EDGE,REGIONAL' : 'EDGE';
  return 'REGIONAL';
}

const isEndpointType = (text: string) => text === 'REGIONAL' || text === 'EDGE';
