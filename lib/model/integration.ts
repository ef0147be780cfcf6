import { z } from 'zod';
import { httpMethods } from './httpMethod';

export const integrationTypes = ['HTTP', 'HTTP_PROXY', 'MOCK'] as const;
export const passthroughBehaviors = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;

const expressions = z.record(z.string(), z.string());
/** media type -> template text; at most AWS's 300 KB each */
const templates = z.record(
  z.string().regex(/^(\$default|[^\s/;]+\/[^\s/;]+)$/, 'Invalid content type specified'),
  z.string().max(300 * 1024, 'A template is at most 300 KB'),
);

/** A regular expression that compiles; AWS matches it against the whole status code. */
export const selectionPattern = z
  .string()
  .max(1024)
  .refine(compiles, 'Not a regular expression that compiles');
function compiles(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

export const statusCode = z.string().regex(/^[1-5]\d\d$/, 'A status code is three digits, 100 to 599');

export const integrationResponse = z.object({
  statusCode,
  selectionPattern: selectionPattern.optional(),
  responseParameters: expressions.default({}),
  responseTemplates: templates.default({}),
});
export type IntegrationResponse = z.infer<typeof integrationResponse>;

/** Same URL rules as AWS: http or https; stage variables anywhere behind the scheme. */
export const integrationUri = z
  .string()
  .max(8192)
  .regex(
    /^https?:\/\/[^\s/?#]+\S*$/,
    'Invalid HTTP endpoint specified for URI: it must begin with http:// or https:// and name a host',
  );

export const integration = z
  .object({
    type: z.enum(integrationTypes),
    httpMethod: z.enum(httpMethods).optional(),
    uri: integrationUri.optional(),
    requestParameters: expressions.default({}),
    requestTemplates: templates.default({}),
    passthroughBehavior: z.enum(passthroughBehaviors).default('WHEN_NO_MATCH'),
    timeoutInMillis: z
      .int()
      .min(50, 'Timeout should be between 50 ms and 29000 ms')
      .max(29_000, 'Timeout should be between 50 ms and 29000 ms')
      .default(29_000),
    /** keyed by status code */
    integrationResponses: z.record(z.string(), integrationResponse).default({}),
  })
  .superRefine((value, context) => {
    if (value.type === 'MOCK') return;
    if (!value.uri)
      context.addIssue({ code: 'custom', path: ['uri'], message: 'Invalid HTTP endpoint specified for URI' });
    if (!value.httpMethod)
      context.addIssue({
        code: 'custom',
        path: ['httpMethod'],
        message: 'Enumeration value for HttpMethod must be non-empty',
      });
  });
export type Integration = z.infer<typeof integration>;
