import type { Template } from '../vtl/index';
import { lateTemplate } from './lateTemplate';
import { mediaType } from './mediaType';

/** Chooses the template for the caller's Accept; undefined passes the body unchanged. */
export type ResponseTemplates = (accept: string | undefined) => Template | undefined;

/**
 * Only the first entry of Accept counts; without a match application/json serves, then the first template.
 */
export function compileResponseTemplates(sources: Record<string, string>, name: string): ResponseTemplates {
  const templates = new Map<string, Template>();
  for (const [type, source] of Object.entries(sources))
    templates.set(type.toLowerCase(), lateTemplate(source, `${name} ${type}`));
  const [first] = templates.values();
  const fallback = templates.get('application/json') ?? first;
  return (accept) => templates.get(mediaType(accept)) ?? fallback;
}
