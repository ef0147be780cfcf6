import { eq } from 'drizzle-orm';
import { functions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockFunction } from './findFunction';
import { functionArn } from './functionRow';
import { publishFunctions } from './publishFunctions';
import { type FunctionUse, readServedUses, readUses } from './readUses';
import { pruneCode } from './storeCode';

/** With its versions and aliases; its logs go with their retention. */
export const deleteFunction = write(
  { name: 'DeleteFunction', permission: 'editor' },
  async (call, functionName: string): Promise<void> => {
    await lockFunction(call, functionName);
    const { db, ports } = call;
    const { accountId } = ports.config;
    const uses = [...(await readUses(db, accountId)), ...(await readServedUses(db, accountId))].filter(
      (use) => use.functionName === functionName,
    );
    if (uses.length > 0) throw stillInUse(functionName, uses);
    await db.delete(functions).where(eq(functions.functionName, functionName));
    await pruneCode(db);
    call.audit(functionArn(ports.config, functionName));
    call.afterwards(publishFunctions);
  },
);

/** AWS deletes it all the same and leaves calls to fail; the sentence is the one it has for VPC links. */
function stillInUse(functionName: string, uses: FunctionUse[]): ControlError {
  const places = uses.map(({ restApiId, place, stageName }) =>
    [restApiId, place, stageName].filter((part) => part !== undefined).join(':'),
  );
  return new ControlError(
    'BadRequestException',
    `Cannot delete function. Function '${functionName}', is referenced in [${places.join(', ')}] in format of [RESTApiId:Place:Stage].`,
  );
}
