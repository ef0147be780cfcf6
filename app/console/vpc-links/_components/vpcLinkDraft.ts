import { type VpcLink, type VpcLinkInput, vpcLinkHealthCheck } from '@/lib/model/vpcLink';

export interface TargetDraft {
  /** for React; lines come and go */
  id: number;
  text: string;
}

/** The form's state: texts as typed. */
export interface VpcLinkDraft {
  name: string;
  description: string;
  targets: TargetDraft[];
  checked: boolean;
  protocol: string;
  path: string;
  intervalSeconds: string;
  timeoutSeconds: string;
  healthyThreshold: string;
  unhealthyThreshold: string;
  caCertificate: string;
  certificate: string;
  /** null: the stored one stays */
  privateKey: string | null;
}

export const protocols = ['TCP', 'HTTP', 'HTTPS'] as const;
const healthDefaults = vpcLinkHealthCheck.parse({});

/** @param link absent: a new one, with a check that suits a first try */
export function draftOf(link?: VpcLink): VpcLinkDraft {
  const check = link?.healthCheck ?? healthDefaults;
  return {
    name: link?.name ?? '',
    description: link?.description ?? '',
    targets: (link?.targets ?? ['']).map((text, id) => ({ id, text })),
    checked: !link || link.healthCheck !== undefined,
    protocol: check.protocol,
    path: check.path,
    intervalSeconds: String(check.intervalSeconds),
    timeoutSeconds: String(check.timeoutSeconds),
    healthyThreshold: String(check.healthyThreshold),
    unhealthyThreshold: String(check.unhealthyThreshold),
    caCertificate: link?.caCertificate ?? '',
    certificate: link?.certificate ?? '',
    privateKey: link?.hasPrivateKey ? null : '',
  };
}

/** What the operation gets: empty lines are left out; what is no number (NaN) it refuses with the field's name. */
export function inputOf(draft: VpcLinkDraft): VpcLinkInput {
  const privateKey = draft.privateKey?.trim();
  return {
    name: draft.name,
    ...(draft.description.trim() && { description: draft.description.trim() }),
    targets: filled(draft).map(({ text }) => text.trim()),
    ...(draft.checked && {
      healthCheck: {
        protocol: protocols.find((each) => each === draft.protocol) ?? 'TCP',
        path: draft.protocol === 'TCP' ? '/' : draft.path,
        intervalSeconds: numberOf(draft.intervalSeconds),
        timeoutSeconds: numberOf(draft.timeoutSeconds),
        healthyThreshold: numberOf(draft.healthyThreshold),
        unhealthyThreshold: numberOf(draft.unhealthyThreshold),
      },
    }),
    ...(draft.caCertificate.trim() && { caCertificate: draft.caCertificate }),
    ...(draft.certificate.trim() && { certificate: draft.certificate }),
    ...(privateKey && { privateKey }),
  };
}

/** Where the operation refuses a line: empty ones are not counted. */
export function targetField(draft: VpcLinkDraft, target: TargetDraft): string {
  return `targets.${filled(draft).findIndex(({ id }) => id === target.id)}`;
}

export const withNewTarget = (targets: readonly TargetDraft[]): TargetDraft[] => [
  ...targets,
  { id: Math.max(-1, ...targets.map(({ id }) => id)) + 1, text: '' },
];

/** Paths of the fields that the form shows errors at; all others go above the form. */
export const fieldsOf = (draft: VpcLinkDraft): string[] => [
  ...['name', 'description', 'targets', 'caCertificate', 'certificate', 'privateKey'],
  ...draft.targets.map((target) => targetField(draft, target)),
  ...['path', 'intervalSeconds', 'timeoutSeconds', 'healthyThreshold', 'unhealthyThreshold'].map(
    (member) => `healthCheck.${member}`,
  ),
];

const filled = ({ targets }: VpcLinkDraft) => targets.filter(({ text }) => text.trim() !== '');
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
