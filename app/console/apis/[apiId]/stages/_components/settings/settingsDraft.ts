import type { Stage, StageUpdate } from '@/lib/model/stage';

/** As typed; '' is none. */
export interface StageSettingsDraft {
  description: string;
  clientCertificateId: string;
  maximumTimeoutInMillis: string;
}

export const draftOf = (stage: Stage): StageSettingsDraft => ({
  description: stage.description ?? '',
  clientCertificateId: stage.clientCertificateId ?? '',
  maximumTimeoutInMillis: String(stage.maximumTimeoutInMillis ?? ''),
});

/** null clears; what is no number becomes NaN, which the operation refuses with the field's name. */
export const updateOf = (draft: StageSettingsDraft): StageUpdate => ({
  description: draft.description.trim(),
  clientCertificateId: draft.clientCertificateId || null,
  maximumTimeoutInMillis:
    draft.maximumTimeoutInMillis.trim() === '' ? null : Number(draft.maximumTimeoutInMillis),
});
