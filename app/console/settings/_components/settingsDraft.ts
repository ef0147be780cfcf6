import type { Settings } from '@/lib/control/control';

/** The form's state: texts as typed. */
export interface SettingsDraft {
  signUpOpen: boolean;
  /** one entry a line */
  egress: string;
  rateLimit: string;
  burstLimit: string;
  retentionDays: string;
}

export const draftOf = (settings: Settings): SettingsDraft => ({
  signUpOpen: settings.signUpOpen,
  egress: settings.egressAllowList.join('\n'),
  rateLimit: String(settings.throttle.rateLimit),
  burstLimit: String(settings.throttle.burstLimit),
  retentionDays: String(settings.retentionDays),
});

/**
 * Only what differs from `base`, so that two administrators do not undo each other's work. What is no number is
 * NaN, which the operation refuses with the field's name.
 */
export function changesOf(base: SettingsDraft, draft: SettingsDraft): Partial<Settings> {
  const differs = (...names: (keyof SettingsDraft)[]) => names.some((name) => draft[name] !== base[name]);
  const { signUpOpen, rateLimit, burstLimit, retentionDays } = draft;
  return {
    ...(differs('signUpOpen') && { signUpOpen }),
    ...(differs('egress') && { egressAllowList: entriesOf(draft.egress).map(({ entry }) => entry) }),
    ...(differs('rateLimit', 'burstLimit') && {
      throttle: { rateLimit: numberOf(rateLimit), burstLimit: numberOf(burstLimit) },
    }),
    ...(differs('retentionDays') && { retentionDays: numberOf(retentionDays) }),
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

/** Lines that are not blank, with their number from 1. */
const entriesOf = (text: string) =>
  text
    .split('\n')
    .map((line, index) => ({ entry: line.trim(), line: index + 1 }))
    .filter(({ entry }) => entry !== '');

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
