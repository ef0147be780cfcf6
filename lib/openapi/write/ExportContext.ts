import type { ApiModel } from '@/lib/model/restApi';
import type { Shown } from './Shown';
import type { SecuritySchemes } from './securitySchemes';

export type ExportType = 'oas30' | 'swagger';
/** A part of a document, members in the order in which they are written. */
export type Part = Record<string, unknown>;

/** What writers of operations need of the rest of the definition. */
export interface ExportContext {
  exportType: ExportType;
  shown: Shown;
  security: SecuritySchemes;
  models: ReadonlyMap<string, ApiModel>;
  /** id -> name, each name once */
  validators: ReadonlyMap<string, string>;
  restApiId?: string;
  /** info.version of a definition that has none */
  version: string;
  documentationVersion?: { version: string; createdDate?: number };
}
