import { stringify } from 'yaml';
import type { ExportExtension } from '@/lib/model/exportExtension';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { UniqueNames } from './UniqueNames';
import { documentationOverlay } from './write/documentationOverlay';
import type { ExportContext, ExportType, Part } from './write/ExportContext';
import { shownBy } from './write/Shown';
import { securitySchemes } from './write/securitySchemes';
import { writeDocument } from './write/writeDocument';

export interface ExportOptions {
  exportType: ExportType;
  format: 'json' | 'yaml';
  /**
   * AWS's words. true: exact, for import, as `apigateway`. false: for readers of the API, nothing of AWS's own and
   * no word of its backends
   */
  extensions: boolean | readonly ExportExtension[];
  /** address of the stage, absolute */
  server?: { url: string };
  /** with it, references to models of other APIs are told from its own and left alone */
  restApiId?: string;
  /** info.version of a definition that has none; AWS: when the stage was deployed */
  version?: string;
  /** the documentation version whose parts the definition carries, created at `createdDate` (ms) */
  documentationVersion?: { version: string; createdDate?: number };
}

/**
 * A definition as an OpenAPI 3.0 or Swagger 2.0 document in the shape of AWS's GetExport. The same definition
 * always gives the same text.
 */
export function exportOpenApi(
  definition: RestApiDefinition,
  options: ExportOptions,
): { document: Part; text: string } {
  const names = new UniqueNames();
  const shown = shownBy(options.extensions);
  const context: ExportContext = {
    exportType: options.exportType,
    shown,
    security: securitySchemes(definition, shown),
    models: new Map(definition.models.map((model) => [model.name, model])),
    validators: new Map(definition.requestValidators.map(({ id, name }) => [id, names.take(name)])),
    restApiId: options.restApiId,
    version: options.version ?? '',
    documentationVersion: options.documentationVersion,
  };
  const written = writeDocument(context, definition, options.server);
  // An exact document keeps both apart, so that nothing is doubled when it comes back.
  const document = shown.exact ? written : documentationOverlay(written, definition);
  return { document, text: options.format === 'json' ? JSON.stringify(document, null, 2) : toYaml(document) };
}

/** No aliases and no folded lines: they are what readers of YAML differ in. */
const toYaml = (document: Part) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
