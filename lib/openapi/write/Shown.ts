import type { ExportExtension } from '@/lib/model/exportExtension';

/** What of an API a document shows. */
export interface Shown {
  /** nothing of AWS's own: a standard document, and no word of what is behind the API */
  forReaders: boolean;
  /** everything, for import: what no other document has room for stands in `x-gatehouse-*` */
  exact: boolean;
  integrations: boolean;
  authorizers: boolean;
  validators: boolean;
  documentation: boolean;
}

/**
 * What AWS's `extensions` bring (API_GetExport; developer guide, "Export documentation" and "Test basic request
 * validation"). `apigateway` is all of them with the API's own settings. `postman` adds nothing that others'
 * exports show. Without any AWS still writes `x-amazon-apigateway-any-method`, greedy paths and how schemes are
 * authorized.
 * @param extensions true: exact, as `apigateway`; false: for readers, which is no export of AWS's
 */
export function shownBy(extensions: boolean | readonly ExportExtension[]): Shown {
  const chosen = new Set(typeof extensions === 'boolean' ? [] : extensions);
  const exact = extensions === true || chosen.has('apigateway');
  return {
    forReaders: extensions === false,
    exact,
    integrations: exact || chosen.has('integrations'),
    authorizers: exact || chosen.has('authorizers'),
    validators: exact || chosen.has('validators'),
    documentation: exact || chosen.has('documentation'),
  };
}
