import {
  type FirstPlace,
  type IntegrationKind,
  isFunctionKind,
  typeOfKind,
  uriForKind,
} from '../integration/integrationKinds';
import type { IntegrationRequestValue } from './boxValues';

/** The same integration of another kind: what that kind has no place for goes, since it would be refused. */
export function integrationOfKind(
  value: IntegrationRequestValue,
  kind: IntegrationKind,
  place: FirstPlace,
): IntegrationRequestValue {
  const {
    responseTransferMode,
    connectionType,
    connectionId,
    tlsConfig,
    credentials,
    uri = '',
    ...rest
  } = value;
  const isHttp = kind === 'HTTP' || kind === 'HTTP_PROXY';
  const next = uriForKind(kind, uri, place);
  return {
    ...rest,
    type: typeOfKind(kind),
    ...(kind !== 'MOCK' && { uri: next }),
    ...(isFunctionKind(kind) && { httpMethod: 'POST' as const }),
    ...(kind === 'HTTP_PROXY' && responseTransferMode && { responseTransferMode }),
    ...(isHttp && connectionType && { connectionType }),
    ...(isHttp && connectionId && { connectionId }),
    ...(isHttp && tlsConfig && { tlsConfig }),
    ...((isFunctionKind(kind) || kind === 'AWS') && credentials && { credentials }),
  };
}
