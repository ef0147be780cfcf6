import type { CustomColors, Portal, PortalUpdate } from '@/lib/model/portalSite';
import { authorizationOf, type ReaderDraft, readerDraftOf } from '../../_components/readerDraft';
import type { ReaderPool } from '../../readReaderPools';

/** A portal's settings as its form holds them. */
export interface PortalDraft {
  displayName: string;
  description: string;
  colors: CustomColors;
  readers: ReaderDraft;
  /** '': only the default address */
  domainName: string;
  certificateArn: string;
}

export function draftOf({ portalContent, authorization, endpointConfiguration }: Portal): PortalDraft {
  const own = 'acmManaged' in endpointConfiguration ? endpointConfiguration.acmManaged : undefined;
  return {
    displayName: portalContent.displayName,
    description: portalContent.description ?? '',
    colors: portalContent.theme.customColors,
    readers: readerDraftOf(authorization),
    domainName: own?.domainName ?? '',
    certificateArn: own?.certificateArn ?? '',
  };
}

/** Only what differs from the portal: the rest stays, also where another tool changed it meanwhile. */
export function updateOf(draft: PortalDraft, base: PortalDraft, pools: readonly ReaderPool[]): PortalUpdate {
  const differs = (...keys: (keyof PortalDraft)[]) =>
    keys.some((key) => JSON.stringify(draft[key]) !== JSON.stringify(base[key]));
  const description = draft.description.trim();
  return {
    ...(differs('displayName', 'description', 'colors') && {
      portalContent: {
        displayName: draft.displayName,
        ...(description && { description }),
        theme: { customColors: draft.colors },
      },
    }),
    ...(differs('readers') && { authorization: authorizationOf(draft.readers, pools) }),
    ...(differs('domainName', 'certificateArn') && { endpointConfiguration: endpointOf(draft) }),
  };
}

/** A certificate that a tool has set stays; nothing here reads it: TLS ends in front of Gatehouse. */
function endpointOf({ domainName, certificateArn }: PortalDraft): PortalUpdate['endpointConfiguration'] {
  const name = domainName.trim();
  if (name === '') return { none: {} };
  return {
    acmManaged: {
      domainName: name,
      ...(certificateArn.trim() !== '' && { certificateArn: certificateArn.trim() }),
    },
  };
}
