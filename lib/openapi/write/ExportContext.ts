import type { ApiModel } from '@/lib/model/restApi';
import type { SecuritySchemes } from './securitySchemes';

export type ExportType = 'oas30' | 'swagger';
/** A part of a document, members in the order in which they are written. */
export type Part = Record<string, unknown>;

/** What writers of operations need of the rest of the definition. */
export interface ExportContext {
  exportType: ExportType;
  /** false: for readers of the API; nothing of what is behind it may show */
  extensions: boolean;
  security: SecuritySchemes;
  models: ReadonlyMap<string, ApiModel>;
  /** id -> name, each name once */
  validators: ReadonlyMap<string, string>;
  restApiId?: string;
  documentationVersion?: string;
}
