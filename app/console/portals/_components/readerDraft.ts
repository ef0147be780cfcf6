import type { PortalAuthorization } from '@/lib/model/portalSite';
import type { ReaderPool } from '../readReaderPools';

/** Both empty: everybody reads. */
export interface ReaderDraft {
  userPoolArn: string;
  appClientId: string;
}

export const readerDraftOf = (authorization: PortalAuthorization): ReaderDraft =>
  'cognitoConfig' in authorization
    ? {
        userPoolArn: authorization.cognitoConfig.userPoolArn,
        appClientId: authorization.cognitoConfig.appClientId,
      }
    : { userPoolArn: '', appClientId: '' };

/** What a form says, as the operation takes it. The sign-in pages of a pool are below its issuer. */
export function authorizationOf(draft: ReaderDraft, pools: readonly ReaderPool[]): PortalAuthorization {
  if (draft.userPoolArn === '') return { none: {} };
  const userPoolDomain = pools.find(({ arn }) => arn === draft.userPoolArn)?.issuer ?? '';
  return { cognitoConfig: { ...draft, userPoolDomain } };
}

/** What an operation names when it refuses readers. */
export const readerFields = [
  'authorization',
  'authorization.cognitoConfig.userPoolArn',
  'authorization.cognitoConfig.appClientId',
  'authorization.cognitoConfig.userPoolDomain',
];

export const readersFault = (errorOf: (field: string) => string | undefined): string | undefined =>
  readerFields.flatMap((field) => errorOf(field) ?? [])[0];
