import { isControlError } from '@/lib/model/ControlError';
import { functionArnInUri } from '@/lib/model/functionArn';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** What a form saved: an integration or an authorizer, whichever it calls. */
interface Saved {
  /** invocation URI, function ARN, or any other address */
  uri: string | undefined;
  /** called by it, a function's own policy is not asked */
  role?: string | undefined;
}

/**
 * Lets the API invoke the function that was just saved, where it is one of this installation. What a stage variable
 * names is not known before the call, and a function that is elsewhere has its policy there.
 */
export async function permitSaved(actor: Actor, apiId: string, { uri = '', role }: Saved): Promise<void> {
  const arn = functionArnInUri(uri) ?? (/^arn:aws[\w-]*:lambda:/.test(uri) ? uri : undefined);
  if (arn === undefined || arn.includes('${') || role) return;
  try {
    await control().functions.permitApi(actor, apiId, [arn]);
  } catch (error) {
    if (!isControlError(error) || error.code !== 'NotFoundException') throw error;
  }
}

/** The same for all that an API's definition calls: after an import or a copy. */
export async function permitDefinition(actor: Actor, apiId: string): Promise<void> {
  const { functions } = control();
  const missing = await functions.unpermitted(actor, apiId);
  if (missing.length > 0)
    await functions.permitApi(
      actor,
      apiId,
      missing.map(({ functionArn }) => functionArn),
    );
}
