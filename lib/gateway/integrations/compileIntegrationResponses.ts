import { compileExpression, type Expression } from '../mapping/compileExpression';
import { isToken } from '../mapping/compileRequestParameters';
import { compileResponseTemplates, type ResponseTemplates } from '../mapping/compileResponseTemplates';
import { type BinaryTypes, convertResponse, type Payload } from '../mapping/contentHandling';
import { remapMapped } from '../mapping/headerTables';
import type { IntegrationDocument, IntegrationResponseDocument, MethodDocument } from '../snapshot/types';
import { compileJavaPattern, type JavaPattern } from './javaPattern';

export interface IntegrationResponse {
  statusCode: number;
  /** false: the method has no response of this status code, which AWS answers with 500 */
  declared: boolean;
  headers: { name: string; expression: Expression }[];
  /** the name under which a header of the answer goes to the caller */
  remap(name: string): string;
  templates: ResponseTemplates;
  /** the backend's body as templates and the caller get it */
  convert(body: Buffer, types: { contentType: string | undefined; accept: string | undefined }): Payload;
}

/** Selects the response for a backend's status code; undefined when none matches and there is no default. */
export type IntegrationResponses = (status: string) => IntegrationResponse | undefined;

/**
 * AWS takes one of several matching patterns in no defined order; here the order of status codes decides, so
 * that every worker answers alike.
 * @throws Error naming the response and what is wrong with it
 */
export function compileIntegrationResponses(
  { type, integrationResponses }: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  name: string,
  binary?: BinaryTypes,
): IntegrationResponses {
  const patterns: { pattern: JavaPattern; response: IntegrationResponse }[] = [];
  const remap = remapMapped(type);
  let fallback: IntegrationResponse | undefined;
  for (const code of Object.keys(integrationResponses).sort()) {
    const document = integrationResponses[code];
    if (!document) continue;
    const declared = Object.hasOwn(methodResponses, code);
    const response = compileResponse(document, { declared, remap }, `${name} ${code}`, binary);
    if (document.selectionPattern)
      patterns.push({ pattern: compileJavaPattern(document.selectionPattern), response });
    else fallback ??= response;
  }
  return (status) => patterns.find(({ pattern }) => pattern.test(status))?.response ?? fallback;
}

function compileResponse(
  document: IntegrationResponseDocument,
  { declared, remap }: Pick<IntegrationResponse, 'declared' | 'remap'>,
  name: string,
  binary?: BinaryTypes,
): IntegrationResponse {
  return {
    convert: (body, types) => convertResponse(body, types, binary, document.contentHandling),
    statusCode: Number(document.statusCode),
    declared,
    remap,
    headers: Object.entries(document.responseParameters).map(([target, source]) => ({
      name: remap(headerName(target, name)),
      expression: compileExpression(source, 'response'),
    })),
    templates: compileResponseTemplates(document.responseTemplates, name),
  };
}

function headerName(target: string, name: string): string {
  const header = /^method\.response\.header\.(.+)$/s.exec(target)?.[1];
  if (!header || !isToken(header)) throw new Error(`${name}: invalid mapping target: ${target}`);
  return header;
}
