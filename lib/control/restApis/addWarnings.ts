import type { ImportWarning } from '@/lib/model/openapiReport';
import type { ImportResult } from '@/lib/openapi';

/**
 * The document with what its reader could not judge, in the document's order; the sentence that ends a report that was
 * cut off stays last.
 * @param told each with what it is about (ImportResult.places)
 */
export function addWarnings(
  imported: ImportResult,
  told: { subject: string; message: string; isOnAws?: true }[],
): ImportResult {
  const { places } = imported;
  const more = told.map(({ subject, ...warning }): ImportWarning => {
    const { line, pointer } = places.get(subject) ?? { line: 1, pointer: '' };
    return { line, pointer, ...warning };
  });
  const isLast = ({ pointer }: ImportWarning) => pointer === '';
  const placed = [...imported.warnings.filter((warning) => !isLast(warning)), ...more];
  const warnings = [...placed.sort((a, b) => a.line - b.line), ...imported.warnings.filter(isLast)];
  return { ...imported, warnings };
}
