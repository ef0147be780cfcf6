import { GatewayError } from '../GatewayError';
import type { IntegrationDocument } from '../snapshot/types';
import type { Template } from '../vtl/index';
import { lateTemplate } from './lateTemplate';
import { mediaType } from './mediaType';

/** Chooses what makes the backend's body: a template, or undefined to pass the caller's body on. */
export type RequestTemplates = (contentType: string | undefined) => Template | undefined;

/**
 * Template choice and passthrough, settled as far as possible beforehand
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/integration-passthrough-behaviors.html).
 */
export function compileRequestTemplates(
  { requestTemplates, passthroughBehavior }: IntegrationDocument,
  name: string,
): RequestTemplates {
  const templates = new Map<string, Template>();
  for (const [type, source] of Object.entries(requestTemplates))
    templates.set(type.toLowerCase(), lateTemplate(source, `${name} ${type}`));
  const fallback = templates.get('$default');
  const refuses =
    passthroughBehavior === 'NEVER' || (passthroughBehavior === 'WHEN_NO_TEMPLATES' && templates.size > 0);
  return (contentType) => {
    const template = templates.get(mediaType(contentType)) ?? fallback;
    if (!template && refuses)
      throw new GatewayError(
        'UNSUPPORTED_MEDIA_TYPE',
        `No request template for ${mediaType(contentType)} and passthroughBehavior is ${passthroughBehavior}`,
      );
    return template;
  };
}
