import { z } from 'zod';
import { httpMethods } from './httpMethod';

export const documentationPartTypes = [
  'API',
  'AUTHORIZER',
  'MODEL',
  'RESOURCE',
  'METHOD',
  'PATH_PARAMETER',
  'QUERY_PARAMETER',
  'REQUEST_HEADER',
  'REQUEST_BODY',
  'RESPONSE',
  'RESPONSE_HEADER',
  'RESPONSE_BODY',
] as const;
export type DocumentationPartType = (typeof documentationPartTypes)[number];

type LocationField = 'path' | 'method' | 'statusCode' | 'name';

interface TypeRule {
  /** location fields that the type has */
  fields: readonly LocationField[];
  needsName?: true;
  /** which parts of a path above count: those of any method (`*`) too, or those of the same method only */
  inherits?: 'anyMethod' | 'exactMethod';
}

const request = ['path', 'method'] as const;
const response = ['path', 'method', 'statusCode'] as const;

/** AWS's table of types (reference/operations.md section 5). */
export const documentationTypeRules: Record<DocumentationPartType, TypeRule> = {
  API: { fields: [] },
  AUTHORIZER: { fields: ['name'] },
  MODEL: { fields: ['name'] },
  RESOURCE: { fields: ['path'] },
  METHOD: { fields: request, inherits: 'anyMethod' },
  PATH_PARAMETER: { fields: [...request, 'name'], needsName: true, inherits: 'anyMethod' },
  QUERY_PARAMETER: { fields: [...request, 'name'], inherits: 'exactMethod' },
  REQUEST_HEADER: { fields: [...request, 'name'], needsName: true, inherits: 'anyMethod' },
  REQUEST_BODY: { fields: request, inherits: 'anyMethod' },
  RESPONSE: { fields: response, inherits: 'anyMethod' },
  RESPONSE_HEADER: { fields: [...response, 'name'], needsName: true, inherits: 'anyMethod' },
  RESPONSE_BODY: { fields: response, inherits: 'anyMethod' },
};

/** Which of `path`, `method`, `statusCode`, `name` a type has is told by operations.md 5; absent means any. */
export const documentationPartLocation = z.strictObject({
  type: z.enum(documentationPartTypes),
  path: z.string().optional(),
  method: z.string().optional(),
  statusCode: z.string().optional(),
  name: z.string().optional(),
});
export type DocumentationPartLocation = z.infer<typeof documentationPartLocation>;

export const documentationPart = z.strictObject({
  location: documentationPartLocation,
  /** JSON object as text */
  properties: z.string(),
});
export type DocumentationPart = z.infer<typeof documentationPart>;

const locationFields = ['path', 'method', 'statusCode', 'name'] as const;

const forms: Record<LocationField, { isValid: (text: string) => boolean; message: string }> = {
  path: {
    isValid: (path) => path.length <= 2048 && (path === '/' || /^(\/[^/\s]+)+$/.test(path)),
    message: 'A path begins with / and has no empty segment',
  },
  method: {
    isValid: (method) => method === '*' || httpMethods.some((verb) => verb === method),
    message: `A method is * or one of ${httpMethods.join(', ')}`,
  },
  statusCode: {
    isValid: (code) => /^(\*|[1-5]\d\d)$/.test(code),
    message: 'A status code is * or three digits, 100 to 599',
  },
  name: {
    isValid: (name) => name.trim() !== '' && name.length <= 1024,
    message: 'A name has 1 to 1,024 characters',
  },
};

/** A location as it is kept: with AWS's defaults, members in one order. Asked thousands of times for one page. */
export function normalLocation(location: DocumentationPartLocation): DocumentationPartLocation {
  const { type, path = '/', method = '*', statusCode = '*', name } = location;
  const { fields } = documentationTypeRules[type];
  const normal: DocumentationPartLocation = { type };
  if (fields.includes('path')) normal.path = path;
  if (fields.includes('method')) normal.method = method;
  if (fields.includes('statusCode')) normal.statusCode = statusCode;
  if (name !== undefined && fields.includes('name')) normal.name = name;
  return normal;
}

/** A location as one text: the same text is the same location. */
export const locationKey = (location: DocumentationPartLocation): string =>
  JSON.stringify(normalLocation(location));

/** What is wrong with a location, by field; nothing when it is one. */
function locationProblems(location: DocumentationPartLocation): { field: LocationField; message: string }[] {
  const { fields, needsName } = documentationTypeRules[location.type];
  const wrong = locationFields.flatMap((field) => {
    const value = location[field];
    if (value === undefined) return [];
    if (!fields.includes(field))
      return [{ field, message: `A part of type ${location.type} has no ${field}` }];
    return forms[field].isValid(value) ? [] : [{ field, message: forms[field].message }];
  });
  if (needsName && location.name === undefined)
    wrong.push({ field: 'name', message: `A part of type ${location.type} needs a name` });
  return wrong;
}

/** A location as it is given, checked; comes out normal. */
export const documentationLocationInput = documentationPartLocation
  .superRefine((location, context) => {
    for (const { field, message } of locationProblems(location))
      context.addIssue({ code: 'custom', path: [field], message });
  })
  .transform(normalLocation);

/** Ours: one part is prose about one thing. */
const longestProperties = 65_536;
/** Deeper is no prose; also keeps every reader of it off the stack's end. */
const deepestProperties = 32;

export const documentationProperties = z
  .string()
  .max(longestProperties, 'Properties are at most 65,536 characters')
  .refine((text) => parseProperties(text) !== undefined, 'Properties must be a JSON object');

export const documentationPartInput = z.strictObject({
  location: documentationLocationInput,
  properties: documentationProperties,
});

/** The object that a part's properties are; undefined for any other text. */
export function parseProperties(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) && !isDeeper(value, deepestProperties) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

/** AWS: documentation parts per API (reference/operations.md section 9). */
export const mostDocumentationParts = 2_000;

export const documentationVersionInput = z.object({
  version: z.string().trim().min(1, 'Version is required').max(64, 'Version is at most 64 characters'),
  description: z.string().max(1024, 'Description is at most 1,024 characters').optional(),
  stageName: z.string().optional(),
});

export interface DocumentationVersion {
  version: string;
  description?: string;
  createdDate: number;
  /** stages that show it */
  stageNames: string[];
}
