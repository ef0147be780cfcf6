import type { ExportExtension } from '@/lib/model/exportExtension';
import type { ImportWarning } from '@/lib/model/openapiReport';
import type { NewRestApi, RestApiUpdate } from '@/lib/model/restApi';
import type { Actor } from '@/lib/model/role';
import type { RestApi } from '../control';

/** REST APIs, as the control plane's face has them. */
export interface RestApisControl {
  list(actor: Actor): Promise<RestApi[]>;
  get(actor: Actor, restApiId: string): Promise<RestApi>;
  create(actor: Actor, input: NewRestApi): Promise<RestApi>;
  /** pet store, deployed to `stageName` when given */
  createSample(actor: Actor): Promise<RestApi>;
  clone(actor: Actor, restApiId: string, input: NewRestApi): Promise<RestApi>;
  /**
   * New API (`restApiId` absent) or PutRestApi. `document` is JSON or YAML text.
   * With `dryRun` nothing is written and the report is what would be.
   */
  import(
    actor: Actor,
    input: {
      document: string;
      restApiId?: string;
      mode?: 'merge' | 'overwrite';
      basepath?: 'ignore' | 'prepend' | 'split';
      failOnWarnings?: boolean;
      dryRun?: boolean;
    },
  ): Promise<{ restApi?: RestApi; operationCount: number; warnings: ImportWarning[] }>;
  /** Document text of a stage's deployment, or of the undeployed definition when `stageName` is absent. */
  export(
    actor: Actor,
    input: {
      restApiId: string;
      stageName?: string;
      exportType: 'oas30' | 'swagger';
      format: 'json' | 'yaml';
      /** AWS's words; true: exact, for import; false: for readers, nothing of AWS's own */
      extensions: boolean | ExportExtension[];
    },
  ): Promise<{ fileName: string; contentType: string; body: string }>;
  /** A client of what a stage serves, as a zip. `parameters` are the type's configuration properties. */
  sdk(
    actor: Actor,
    input: { restApiId: string; stageName: string; sdkType: string; parameters?: Record<string, string> },
  ): Promise<{ fileName: string; contentType: string; body: Uint8Array<ArrayBuffer> }>;
  /** An empty description or version clears it. */
  update(actor: Actor, restApiId: string, input: RestApiUpdate): Promise<RestApi>;
  delete(actor: Actor, restApiId: string): Promise<void>;
}
