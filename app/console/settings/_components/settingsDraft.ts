import type { Settings } from '@/lib/control/control';
import type { SettingsUpdate } from '@/lib/model/settings';

/** The form's state: texts as typed. */
export interface SettingsDraft {
  signUpOpen: boolean;
  /** one entry a line */
  egress: string;
  rateLimit: string;
  burstLimit: string;
  retentionDays: string;
  serviceEndpoints: Record<string, string>;
  serviceAccessKeyId: string;
  /** typed now; the stored one is never shown */
  serviceSecretAccessKey: string;
  /** '': none */
  signInUserPoolId: string;
}

export const draftOf = (settings: Settings): SettingsDraft => ({
  signUpOpen: settings.signUpOpen,
  egress: settings.egressAllowList.join('\n'),
  rateLimit: String(settings.throttle.rateLimit),
  burstLimit: String(settings.throttle.burstLimit),
  retentionDays: String(settings.retentionDays),
  serviceEndpoints: settings.serviceEndpoints,
  serviceAccessKeyId: settings.serviceAccessKeyId ?? '',
  serviceSecretAccessKey: '',
  signInUserPoolId: settings.signInUserPoolId ?? '',
});

/**
 * Only what differs from `base`, so that two administrators do not undo each other's work. What is no number is
 * NaN, which the operation refuses with the field's name.
 */
export function changesOf(base: SettingsDraft, draft: SettingsDraft): SettingsUpdate {
  const differs = (...names: (keyof SettingsDraft)[]) =>
    names.some((name) => JSON.stringify(draft[name]) !== JSON.stringify(base[name]));
  const { signUpOpen, rateLimit, burstLimit, retentionDays } = draft;
  return {
    ...(differs('signUpOpen') && { signUpOpen }),
    ...(differs('egress') && { egressAllowList: entriesOf(draft.egress).map(({ entry }) => entry) }),
    ...(differs('rateLimit', 'burstLimit') && {
      throttle: { rateLimit: numberOf(rateLimit), burstLimit: numberOf(burstLimit) },
    }),
    ...(differs('retentionDays') && { retentionDays: numberOf(retentionDays) }),
    ...(differs('serviceEndpoints') && { serviceEndpoints: draft.serviceEndpoints }),
    ...(differs('serviceAccessKeyId') && { serviceAccessKeyId: draft.serviceAccessKeyId.trim() }),
    ...(differs('serviceSecretAccessKey') && {
      serviceSecretAccessKey: draft.serviceSecretAccessKey.trim(),
    }),
    ...(differs('signInUserPoolId') && { signInUserPoolId: draft.signInUserPoolId }),
  };
}

/** The list's refusals in one text, each with its line; the operation counts entries, people count lines. */
export function egressErrors(
  egress: string,
  faults: readonly { field: string; message: string }[],
): string | undefined {
  const entries = entriesOf(egress);
  const words = faults
    .filter(({ field }) => isEgressField(field))
    .map(({ field, message }) => {
      const line = entries[Number(field.split('.')[1])]?.line;
      return line === undefined ? message : `Line ${line}: ${message}.`;
    });
  return words.join(' ') || undefined;
}

export const isEgressField = (field: string): boolean => /^egressAllowList(\.|$)/.test(field);

/** A service's row shows its refusal itself. */
export const isEndpointField = (field: string): boolean => field.startsWith('serviceEndpoints.');

/** Lines that are not blank, with their number from 1. */
const entriesOf = (text: string) =>
  text
    .split('\n')
    .map((line, index) => ({ entry: line.trim(), line: index + 1 }))
    .filter(({ entry }) => entry !== '');

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
