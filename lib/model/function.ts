import { z } from 'zod';

/** Lambda's rule for names (https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html). */
export const functionName = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'A function name is 1 to 64 letters, digits, - and _');

/** Those that the console offers: nobody chooses a number that this machine does not have. */
export const offeredRuntimes = ['nodejs20.x', 'nodejs22.x', 'python3.x', 'provided.al2023'] as const;

/**
 * Node.js runs on this machine's own Node, Python on its python3, provided.* is any executable `bootstrap`, whichever
 * number is named: templates that were written for AWS name what AWS had on their day, and get back what they named.
 * `python3.x` is Gatehouse's own.
 */
export const functionRuntimes = [
  ...offeredRuntimes,
  ...(['nodejs18.x', 'nodejs24.x'] as const),
  ...([
    'python3.8',
    'python3.9',
    'python3.10',
    'python3.11',
    'python3.12',
    'python3.13',
    'python3.14',
  ] as const),
  'provided.al2',
] as const;
export type FunctionRuntime = (typeof functionRuntimes)[number];

export const aliasName = z
  .string()
  .regex(/^(?![0-9]+$)[A-Za-z0-9_-]{1,128}$/, 'An alias is letters, digits, - and _, and not a number');

/** Tags, as all of AWS's services take them (https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html). */
export const functionTags = z
  .record(
    z.string().min(1).max(128, 'A tag key has at most 128 characters'),
    z.string().max(256, 'A tag value has at most 256 characters'),
  )
  .refine((tags) => Object.keys(tags).length <= 50, 'A function has at most 50 tags');

const members = z.object({
  description: z.string().max(256, 'A description has at most 256 characters').optional(),
  runtime: z.enum(functionRuntimes),
  /** `file.export`; ignored by provided.* */
  handler: z
    .string()
    .min(1, 'Name the handler, such as index.handler')
    .max(128, 'A handler has at most 128 characters')
    .regex(/^\S+$/, 'A handler has no spaces'),
  /** seconds */
  timeout: z.int().min(1, 'Timeout is 1 to 900 seconds').max(900, 'Timeout is 1 to 900 seconds'),
  /** MB */
  memorySize: z.int().min(128, 'Memory is 128 to 10240 MB').max(10_240, 'Memory is 128 to 10240 MB'),
  environment: z
    .record(
      z
        .string()
        .regex(
          /^[A-Za-z][A-Za-z0-9_]+$/,
          'A variable is a letter, then letters, digits and _, two characters at least',
        ),
      z.string().max(4096),
    )
    .refine(
      (variables) => JSON.stringify(variables).length <= 4096,
      'Environment variables take at most 4 KB together',
    ),
  /** calls at once; null: as many as the machine lets all functions have; 0: none */
  reservedConcurrency: z
    .int()
    .min(0, 'Reserved concurrency is 0 to 1000')
    .max(1000, 'Reserved concurrency is 0 to 1000')
    .nullable(),
  /** ARN; AWS's shape needs one. Nothing is asked of it: a function calls AWS by the variables that it is given. */
  role: z
    .string()
    .regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'A role is the ARN of an IAM role')
    .optional(),
  /** The code runs on this machine's own processor, whichever is named, as with runtimes. */
  architecture: z.enum(['x86_64', 'arm64']).optional(),
  /** MB of /tmp; the machine's own disk gives it, and no limit ends it */
  ephemeralStorage: z.int().min(512).max(10_240).optional(),
});

export const functionConfiguration = members.extend({
  handler: members.shape.handler.default('index.handler'),
  timeout: members.shape.timeout.default(3),
  memorySize: members.shape.memorySize.default(128),
  environment: members.shape.environment.default({}),
  reservedConcurrency: members.shape.reservedConcurrency.default(null),
});
export type FunctionConfiguration = z.infer<typeof functionConfiguration>;

/** One of the two. Inline code is `index.mjs`, `index.py` or `bootstrap`, by runtime. */
export const functionCode = z.union(
  [
    z.object({ inlineCode: z.string().max(4 * 1024 * 1024) }),
    /** a zip, base64, at most 50 MB */
    z.object({ zipFile: z.string().max(70 * 1024 * 1024) }),
  ],
  'Give inline code of at most 4 MB, or a zip of at most 50 MB',
);
export type FunctionCode = z.infer<typeof functionCode>;

export const functionInput = functionConfiguration.extend({
  functionName,
  code: functionCode,
  tags: functionTags.optional(),
});
export type FunctionInput = z.input<typeof functionInput>;
/** What is left out stays. */
export const functionUpdate = members.partial();
export type FunctionUpdate = z.input<typeof functionUpdate>;

/** `$LATEST` or a published version. */
export interface FunctionVersion extends FunctionConfiguration {
  functionName: string;
  version: string;
  functionArn: string;
  /** base64 SHA-256 of the zip */
  codeSha256: string;
  codeSize: number;
  lastModified: number;
  /** absent in lists, and for code that is a zip of several files */
  inlineCode?: string;
}

export interface FunctionAlias {
  name: string;
  functionVersion: string;
  description?: string;
}

export interface FunctionSummary extends FunctionVersion {
  aliases: FunctionAlias[];
  /** newest first; without $LATEST */
  versions: string[];
  /** methods and authorizers of undeployed definitions that name it */
  usedBy: { restApiId: string; place: string }[];
}

/** What a call gave: the shapes of Lambda's Invoke. */
export interface FunctionOutcome {
  status: number;
  functionError?: 'Handled' | 'Unhandled';
  payload: string;
  /** the invocation's log, with START, END and REPORT */
  log: string;
  requestId: string;
  executedVersion: string;
  /** ms */
  duration: number;
}

export interface FunctionLogLine {
  /** of the line: no other has it, and it is the same in every answer */
  id: string;
  /** ms since the epoch */
  time: number;
  requestId: string;
  version: string;
  message: string;
}

/** What the function host is told of each version that may be called. */
export interface HostedFunction {
  functionName: string;
  version: string;
  /** with the version; aliases name the same code by ARNs of their own */
  functionArn: string;
  aliases: string[];
  runtime: FunctionRuntime;
  handler: string;
  /** seconds */
  timeout: number;
  /** MB */
  memorySize: number;
  environment: Record<string, string>;
  reservedConcurrency: number | null;
  /**
   * Who may invoke it, by how it is named: an alias, the version's number, '' for the function as such. Absent: nobody
   * is asked.
   */
  permissions?: Record<string, StoredPermission[]>;
  /** of the zip that ControlPorts.storeFunctionCode was given */
  codeSha256: string;
}

/** One statement of a function's resource policy, as AWS writes it. */
export interface FunctionPermission {
  Sid: string;
  Effect: 'Allow';
  Principal: '*' | { Service: string } | { AWS: string };
  Action: string;
  Resource: string;
  Condition?: Record<string, Record<string, string>>;
}

/** As it is kept: its resource is what it stands at. */
export type StoredPermission = Omit<FunctionPermission, 'Resource'>;

/** What a statement is made of. */
export interface FunctionPermissionInput {
  statementId: string;
  /** e.g. lambda:InvokeFunction */
  action: string;
  /** a service such as apigateway.amazonaws.com, an account, an ARN, or * */
  principal: string;
  sourceArn?: string | undefined;
  sourceAccount?: string | undefined;
  /** version or alias */
  qualifier?: string | undefined;
}
