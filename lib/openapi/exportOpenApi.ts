import { stringify } from 'yaml';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { UniqueNames } from './UniqueNames';
import { documentationOverlay } from './write/documentationOverlay';
import type { ExportContext, ExportType, Part } from './write/ExportContext';
import { securitySchemes } from './write/securitySchemes';
import { writeDocument } from './write/writeDocument';

export interface ExportOptions {
  exportType: ExportType;
  format: 'json' | 'yaml';
  /** true: exact, for import. false: for readers of the API, nothing of AWS's own and no word of its backends */
  extensions: boolean;
  /** address of the stage, absolute */
  server?: { url: string };
  /** with it, references to models of other APIs are told from its own and left alone */
  restApiId?: string;
  /** name of the documentation version whose parts the definition carries */
  documentationVersion?: string;
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
  const context: ExportContext = {
    exportType: options.exportType,
    extensions: options.extensions,
    security: securitySchemes(definition, options.extensions),
    models: new Map(definition.models.map((model) => [model.name, model])),
    validators: new Map(definition.requestValidators.map(({ id, name }) => [id, names.take(name)])),
    restApiId: options.restApiId,
    documentationVersion: options.documentationVersion,
  };
  const written = writeDocument(context, definition, options.server);
  const document = options.extensions ? written : documentationOverlay(written, definition);
  return { document, text: options.format === 'json' ? JSON.stringify(document, null, 2) : toYaml(document) };
}

/** No aliases and no folded lines: they are what readers of YAML differ in. */
const toYaml = (document: Part) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
