import type { FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { Integration } from '@/lib/model/integration';

const INVALID_ARN = 'Invalid ARN specified in the request';
const ROLE = /^arn:aws[\w-]*:iam::(\d{12}|\$\{stageVariables\.\w+\}):role\/\S+$/;
/** The caller's own. */
const CALLER = /^arn:aws[\w-]*:iam::(\*|\d{12}):user\/\*$/;

/** What AWS refuses of an integration of type AWS or AWS_PROXY, beside its shape (lib/model/integration.ts). */
export function refuseAwsIntegration({ type, uri = '', credentials }: Integration): FieldError[] {
  if (type !== 'AWS' && type !== 'AWS_PROXY') return [];
  const arn = functionArnInUri(uri);
  const rules: [wrong: boolean, field: string, message: string][] = [
    [
      type === 'AWS_PROXY' && arn === undefined,
      'uri',
      "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
    ],
    [arn !== undefined && !isFunction(arn), 'uri', INVALID_ARN],
    [
      credentials !== undefined && !ROLE.test(credentials) && !CALLER.test(credentials),
      'credentials',
      INVALID_ARN,
    ],
  ];
  return rules.filter(([wrong]) => wrong).map(([, field, message]) => ({ field, message }));
}

/** Any part of it may be a stage variable. */
const isFunction = (arn: string) => arn.includes('${stageVariables.') || readFunctionArn(arn) !== undefined;
