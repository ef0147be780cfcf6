import { z } from 'zod';
import { httpMethods } from './httpMethod';

export const integrationTypes = ['HTTP', 'HTTP_PROXY', 'MOCK', 'AWS', 'AWS_PROXY'] as const;
export const passthroughBehaviors = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;
export const contentHandlings = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const;
export const connectionTypes = ['INTERNET', 'VPC_LINK'] as const;
export const responseTransferModes = ['BUFFERED', 'STREAM'] as const;

/** AWS's own most; a stage may allow more (stage.maximumTimeoutInMillis), up to what AWS gives a stream. */
export const AWS_TIMEOUT = 29_000;
export const LONGEST_TIMEOUT = 900_000;

const expressions = z.record(z.string(), z.string());
/** media type -> template text; at most AWS's 300 KB each */
const templates = z.record(
  z.string().regex(/^(\$default|[^\s/;]+\/[^\s/;]+)$/, 'Invalid content type specified'),
  z.string().max(300 * 1024, 'A template is at most 300 KB'),
);

/**
 * A regular expression in Java's syntax; AWS matches it against the whole status code. Flags at its start and quoted
 * text are Java's own; what is left JavaScript reads nearly alike. The engine's compiler has the last word.
 */
export const selectionPattern = z
  .string()
  .max(1024, 'A selection pattern is at most 1,024 characters')
  .refine(compiles, 'Not a regular expression that compiles');
function compiles(pattern: string): boolean {
  const body = pattern.replace(/^\(\?[a-z]+\)/i, '').replace(/\\Q.*?(?:\\E|$)/gs, '');
  try {
    new RegExp(`^(?:${body.replace(/([*+?}])\+/g, '$1')})$`);
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
  contentHandling: z.enum(contentHandlings).optional(),
  /** maps that were sent empty: AWS tells those back and leaves out what nobody sent (recorded); in no definition */
  sentEmpty: z.array(z.enum(['responseParameters', 'responseTemplates'])).optional(),
});
export type IntegrationResponse = z.infer<typeof integrationResponse>;

export const cacheKeyParameter = z
  .string()
  .regex(
    /^(method|integration)\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/,
    'Use method.request.path|querystring|header.Name or integration.request.path|querystring|header.Name',
  );

const INVALID_URI = 'Invalid HTTP endpoint specified for URI';

/** What AWS and AWS_PROXY call: `arn:aws:apigateway:{region}:{service}:path|action/...`. */
const serviceUri = /^arn:aws[\w-]*:apigateway:[\w-]+:[\w.-]+:(path|action)\/\S+$/;

/** The invocation of no function at all. */
const NO_FUNCTION = /:lambda:path\/[/ ]*[^/]+\/functions\/\/[a-z-]*invocations$/;

/** Same URL rules as AWS: http or https; stage variables anywhere behind the scheme. */
const httpUri = /^https?:\/\/[^\s/?#]+\S*$/;

export const integration = z
  .object({
    type: z.enum(integrationTypes),
    httpMethod: z.enum(httpMethods).optional(),
    /**
     * ARN of a role, or `arn:aws:iam::*:user/*` for the caller's own; absent: the function's own permissions. AWS keeps
     * them on integrations that have no use for them too.
     */
    credentials: z.string().min(1).max(2048).optional(),
    uri: z.string().max(8192).optional(),
    requestParameters: expressions.default({}),
    requestTemplates: templates.default({}),
    passthroughBehavior: z.enum(passthroughBehaviors).default('WHEN_NO_MATCH'),
    timeoutInMillis: z
      .int()
      .min(50, 'Timeout should be between 50 ms and 900000 ms')
      .max(LONGEST_TIMEOUT, 'Timeout should be between 50 ms and 900000 ms')
      .default(AWS_TIMEOUT),
    contentHandling: z.enum(contentHandlings).optional(),
    /** absent: the resource's id, as AWS does */
    cacheNamespace: z.string().min(1).max(1024).optional(),
    /** `method.request.{path|querystring|header}.X` or `integration.request.{...}.X` */
    cacheKeyParameters: z.array(cacheKeyParameter).optional(),
    tlsConfig: z.object({ insecureSkipVerification: z.boolean() }).optional(),
    /** absent: INTERNET */
    connectionType: z.enum(connectionTypes).optional(),
    /** a VPC link's id, or `${stageVariables.name}` */
    connectionId: z.string().min(1).max(1024).optional(),
    /** absent: BUFFERED */
    responseTransferMode: z.enum(responseTransferModes).optional(),
    /** keyed by status code */
    integrationResponses: z.record(z.string(), integrationResponse).default({}),
  })
  .superRefine((value, context) => {
    for (const [field, message] of nonsense(value))
      context.addIssue({ code: 'custom', path: [field], message });
  });
export type Integration = z.infer<typeof integration>;

/** Members that do not go together; only those that would be without effect are refused. */
function nonsense(value: Omit<Integration, 'integrationResponses'>): [field: string, message: string][] {
  const { type, connectionType, connectionId, responseTransferMode } = value;
  const isMock = type === 'MOCK';
  const isService = type === 'AWS' || type === 'AWS_PROXY';
  const linked = connectionType === 'VPC_LINK';
  const rules: [wrong: boolean, field: string, message: string][] = [
    // The order is AWS's, which tells the first fault alone (recorded).
    [!isMock && !value.httpMethod, 'httpMethod', 'Enumeration value for HttpMethod must be non-empty'],
    [isService && !/^arn:/.test(value.uri ?? ''), 'uri', 'Invalid ARN specified in the request'],
    [
      isService && /^arn:/.test(value.uri ?? '') && !serviceUri.test(value.uri ?? ''),
      'uri',
      'AWS ARN for integration must contain path or action',
    ],
    [isService && NO_FUNCTION.test(value.uri ?? ''), 'uri', 'Choose a function'],
    [!isService && !isMock && !httpUri.test(value.uri ?? ''), 'uri', INVALID_URI],
    [isMock && linked, 'connectionType', 'A mock integration calls no backend, so it has no VPC link'],
    [isMock && value.tlsConfig !== undefined, 'tlsConfig', 'A mock integration calls no backend over TLS'],
    [!isMock && linked && !connectionId, 'connectionId', 'Choose a VPC link'],
    [
      !linked && connectionId !== undefined,
      'connectionId',
      'Only the connection type VPC_LINK has a VPC link',
    ],
    [
      responseTransferMode === 'STREAM' && type !== 'HTTP_PROXY' && type !== 'AWS_PROXY',
      'responseTransferMode',
      'Only a proxy integration can stream its response',
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => [field, message]);
}
