import { z } from 'zod';
import { isUsableHeader } from './routingRuleHeaders';

/**
 * What of a custom domain name leads where, by headers and the beginning of the path
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html).
 */
const header = z
  .string()
  .min(1, 'A condition names its header')
  .max(39, 'A header name is less than 40 characters')
  .regex(/^[^*]*$/, 'A header name has no wildcard')
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~?-]*$/, "A header name has only letters, digits and !#$%&'+-.^_`|~")
  .refine(isUsableHeader, 'Routing rules cannot look at this header');

/** The guide's own examples (`image/webp`, `*ux=beta*`) have characters that its list of them lacks. */
const valueGlob = z
  .string()
  .min(1, 'A condition says which values it matches; * matches any')
  .max(127, 'A value is less than 128 characters')
  .regex(/^[!-~]*$/, 'A value has only visible characters of ASCII, and no spaces')
  .regex(/^\*?[^*]*\*?$/, 'A wildcard stands only at the beginning or the end of a value: a*, *a or *a*')
  .refine(
    (glob) => !(glob.length - 2 >= 40 && glob.startsWith('*') && glob.endsWith('*')),
    'A value between two wildcards is less than 40 characters',
  );

const basePath = z
  .string()
  .min(1, 'A condition names its base path')
  .max(127, 'A base path is less than 128 characters')
  .regex(/^[A-Za-z0-9$_.+!*'()/-]*$/, "A base path has only letters, digits and $-_.+!*'()/")
  .refine(
    (path) => !/^\/|\/\/|\/$/.test(path),
    'A base path has no slash at its beginning or its end, and no two in a row',
  );

/** One of the two: AWS takes a condition for each header and one for the path. */
const condition = z
  .object({
    matchHeaders: z
      .object({
        anyOf: z
          .array(z.object({ header, valueGlob }))
          .length(1, 'A header condition has exactly one header: all conditions of a rule must hold'),
      })
      .optional(),
    matchBasePaths: z
      .object({ anyOf: z.array(basePath).length(1, 'A base path condition has exactly one base path') })
      .optional(),
  })
  .refine(
    ({ matchHeaders, matchBasePaths }) => (matchHeaders === undefined) !== (matchBasePaths === undefined),
    'A condition has either matchHeaders or matchBasePaths',
  );

const action = z.object({
  invokeApi: z.object({
    /** of a REST API */
    apiId: z.string().min(1, 'API identifier is required'),
    stage: z.string().min(1, 'Stage is required').max(128, 'A stage is at most 128 characters'),
    /** true: the base path that matched is no part of the path that the API sees */
    stripBasePath: z.boolean().default(false),
  }),
});

const PRIORITY = 'A priority is a whole number from 1 to 1,000,000';

export const routingRuleInput = z.object({
  /** lowest first; no two rules of a domain name have the same */
  priority: z.number(PRIORITY).int(PRIORITY).min(1, PRIORITY).max(1_000_000, PRIORITY),
  /** all of them must hold; none: every call */
  conditions: z
    .array(condition)
    .refine(
      (all) => all.filter(({ matchHeaders }) => matchHeaders).length <= 2,
      'A rule has at most two header conditions',
    )
    .refine(
      (all) => all.filter(({ matchBasePaths }) => matchBasePaths).length <= 1,
      'A rule has at most one base path condition',
    ),
  actions: z.array(action).length(1, 'A rule has exactly one action'),
});
export type RoutingRuleInput = z.input<typeof routingRuleInput>;
export type RoutingRuleCondition = z.output<typeof condition>;

export interface RoutingRule extends z.output<typeof routingRuleInput> {
  routingRuleId: string;
}

/** A rule with the name that it is of. */
export interface DomainNameRule extends RoutingRule {
  domainName: string;
}

/** Rules of one domain name (https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html). */
export const MAX_ROUTING_RULES = 50;
