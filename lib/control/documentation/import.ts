import { z } from 'zod';
import { ControlError } from '@/lib/model/ControlError';
import type { DocumentationPart } from '@/lib/model/documentation';
import { importDocumentation, isOpenApiError } from '@/lib/openapi';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { write } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import { lockRestApi } from '../restApis/lockRestApi';
import { readParts } from './partRow';
import { mergeParts, replaceParts } from './replaceParts';

const input = z.object({
  document: z.string().min(1, 'Paste a document or choose a file'),
  mode: z.enum(['MERGE', 'OVERWRITE']).default('MERGE'),
  failOnWarnings: z.boolean().default(false),
});

/** ImportDocumentationParts: all of a document's parts in one transaction, or nothing. */
export const importParts =
  (context: ControlContext): Control['documentation']['import'] =>
  async (actor, restApiId, unparsed) => {
    permit(actor, 'editor', 'ImportDocumentationParts');
    const { document, mode, failOnWarnings } = parse(input, unparsed);
    // Read before the transaction begins: a large document takes its time, and the database need not wait.
    const { parts, warnings } = refusing(() => importDocumentation(document));
    const told = warnings.map(({ line, message }) => `Line ${line}: ${message}`);
    if (failOnWarnings && told.length > 0)
      throw new ControlError('BadRequestException', `Warnings found during import ${told.join('; ')}`);
    const ids = await apply(context)(actor, restApiId, mode, parts);
    return { ids, warnings: told };
  };

const apply = write(
  { name: 'ImportDocumentationParts', permission: 'editor' },
  async (call, restApiId: string, mode: 'MERGE' | 'OVERWRITE', imported: DocumentationPart[]) => {
    await lockRestApi(call, restApiId);
    const existing = mode === 'MERGE' ? await readParts(call.db, restApiId) : [];
    // The imported ones first, whose ids are told.
    const next = mergeParts(imported, mergeParts(existing, imported));
    const ids = await replaceParts(call.db, restApiId, next);
    call.audit(restApiId, { mode, imported: imported.length, documentationParts: next.length });
    return ids.slice(0, imported.length);
  },
);

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isOpenApiError(error)) throw error;
    throw new ControlError(
      'BadRequestException',
      'Unable to build importer with provided input.',
      error.errors.map(({ pointer, message, line }) => ({ field: pointer, message, line })),
    );
  }
}
