import { functions, functionVersions } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type FunctionInput, functionInput } from '@/lib/model/function';
import { write } from '../operation';
import { parse } from '../parse';
import { functionArn, LATEST, sealConfiguration } from './functionRow';
import { packCode } from './packCode';
import { publishFunctions } from './publishFunctions';
import { readSummary } from './readSummaries';
import { storeCode } from './storeCode';

export const createFunction = write(
  { name: 'CreateFunction', permission: 'editor' },
  async (call, input: FunctionInput) => {
    const { functionName, code, tags = {}, ...configuration } = parse(functionInput, input);
    const { db, ports, now } = call;
    const packed = await packCode(code, configuration.runtime);
    const made = await db
      .insert(functions)
      .values({ functionName, createdDate: now, tags })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0) throw existsAlready(functionName);
    await storeCode(db, packed);
    const { codeSha256, codeSize, inlineCode } = packed;
    await db.insert(functionVersions).values({
      functionName,
      version: LATEST,
      configurationSealed: sealConfiguration(ports.secrets, configuration),
      runtime: configuration.runtime,
      codeSha256,
      codeSize,
      inlineCode,
      lastModified: now,
    });
    call.audit(functionArn(ports.config, functionName), { runtime: configuration.runtime, codeSha256 });
    call.afterwards(publishFunctions);
    return readSummary(call, functionName);
  },
);

function existsAlready(functionName: string): ControlError {
  const message = `Function already exist: ${functionName}`;
  return new ControlError('ConflictException', message, [{ field: 'functionName', message }]);
}
