import { compileJavaPattern } from '@gatehouse/gateway/snapshot';
import { type Authorizer, type AuthorizerInput, authorizerInput } from '@/lib/model/authorizer';
import { ControlError, type FieldError } from '@/lib/model/ControlError';
import { functionArnInUri, readFunctionArn } from '@/lib/model/functionArn';
import type { ReadCall } from '../ControlContext';
import { refuseFunctionUri } from '../functions/refuseFunctionUri';
import { badRequest, parse } from '../parse';
import { refuseProviders } from './refuseProviders';

type Settings = Omit<Authorizer, 'id'>;

/**
 * What is kept of an authorizer: every rule of single members and of what they name asked.
 * @param others authorizers of the same API
 * @throws ControlError BadRequestException, ConflictException for a name that is taken
 */
export async function authorizerSettings(
  call: ReadCall,
  input: AuthorizerInput,
  others: readonly Authorizer[],
): Promise<Settings> {
  const settings = onlyOfItsType(parse(authorizerInput, input));
  const wrong = [
    ...refuseSettings(settings),
    ...(await refuseFunctionUri(call, settings.authorizerUri, 'authorizerUri')),
    ...(await refuseProviders(call, settings.providerARNs)),
  ];
  if (wrong.length > 0) throw badRequest(...wrong);
  if (others.some(({ name }) => name === settings.name))
    throw new ControlError(
      'ConflictException',
      `Authorizer name must be unique. Authorizer ${settings.name} already exists in this RestApi.`,
    );
  return settings;
}

/** A form that changed its type may send what the type has no use for. */
function onlyOfItsType(settings: Settings): Settings {
  const { authorizerUri, authorizerCredentials, identityValidationExpression, ...common } = settings;
  const isCognito = settings.type === 'COGNITO_USER_POOLS';
  return {
    ...common,
    ...(!isCognito && authorizerUri && { authorizerUri }),
    ...(!isCognito && authorizerCredentials && { authorizerCredentials }),
    ...(settings.type !== 'REQUEST' && identityValidationExpression && { identityValidationExpression }),
    providerARNs: isCognito ? settings.providerARNs : [],
  };
}

/** What an authorizer says that the gateway could not run, whatever it names. */
export function refuseSettings(settings: Settings): FieldError[] {
  return [...refuseExpression(settings), ...refuseUri(settings)];
}

/** Which function a stage variable names is known with the call only. */
function refuseUri({ authorizerUri = '' }: Settings): FieldError[] {
  const arn = functionArnInUri(authorizerUri);
  if (arn === undefined || arn.includes('${stageVariables.') || readFunctionArn(arn)) return [];
  return [{ field: 'authorizerUri', message: `Not a function's ARN: ${arn.slice(0, 200)}` }];
}

function refuseExpression({ identityValidationExpression: expression }: Settings): FieldError[] {
  if (!expression) return [];
  try {
    compileJavaPattern(expression);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Not a regular expression that the gateway runs: ${reason}`;
    return [{ field: 'identityValidationExpression', message }];
  }
}
