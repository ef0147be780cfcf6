import type { RoutingMode } from '@/lib/model/domainName';

/** AWS's modes in words. */
export const routingModeOptions: readonly { value: RoutingMode; label: string }[] = [
  { value: 'BASE_PATH_MAPPING_ONLY', label: 'Base path mappings only' },
  { value: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING', label: 'Routing rules, then base path mappings' },
  { value: 'ROUTING_RULE_ONLY', label: 'Routing rules only' },
];

export const asksRules = (mode: RoutingMode) => mode !== 'BASE_PATH_MAPPING_ONLY';
export const asksMappings = (mode: RoutingMode) => mode !== 'ROUTING_RULE_ONLY';

/** What a page says of a name's calls. */
export const routedBy: Record<RoutingMode, string> = {
  BASE_PATH_MAPPING_ONLY:
    'Calls with this name as their Host go to the API that their base path is mapped to.',
  ROUTING_RULE_THEN_BASE_PATH_MAPPING:
    'Calls with this name as their Host follow the first routing rule that fits, else the mapping of their base path.',
  ROUTING_RULE_ONLY: 'Calls with this name as their Host follow the first routing rule that fits.',
};
