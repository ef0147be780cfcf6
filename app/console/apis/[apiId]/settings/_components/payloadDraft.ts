import type { RestApi } from '@/lib/control/control';

/** How bodies are handled, as the form has it. */
export interface PayloadDraft {
  binaryMediaTypes: string[];
  compress: boolean;
  /** bytes, as typed */
  minimumCompressionSize: string;
}

type Payloads = Pick<RestApi, 'binaryMediaTypes' | 'minimumCompressionSize'>;

/** What AWS's guide compresses from where nothing else is said: below it packing costs more than it saves. */
const suggestedSize = '1024';

export const payloadDraft = ({ binaryMediaTypes, minimumCompressionSize }: Payloads): PayloadDraft => ({
  binaryMediaTypes,
  compress: minimumCompressionSize !== undefined,
  minimumCompressionSize: minimumCompressionSize?.toString() ?? suggestedSize,
});

/** What the operation takes. A text that is no number goes as it is none, so that the operation says so. */
export const payloadInput = ({ binaryMediaTypes, compress, minimumCompressionSize }: PayloadDraft) => ({
  binaryMediaTypes: binaryMediaTypes.filter((type) => type !== ''),
  minimumCompressionSize: compress ? Number(minimumCompressionSize.trim() || Number.NaN) : null,
});

/** The operation counts the types that it was given: the place of each in the form, where empty rows stay. */
export function rowOfType(types: readonly string[], index: number): number {
  const rows = types.flatMap((type, row) => (type === '' ? [] : row));
  return rows[index] ?? -1;
}
