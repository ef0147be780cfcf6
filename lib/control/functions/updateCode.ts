import { z } from 'zod';
import { type FunctionCode, functionCode } from '@/lib/model/function';
import { write } from '../operation';
import { parse } from '../parse';
import { changeLatest } from './changeLatest';
import { findVersion, lockFunction } from './findFunction';
import { functionArn } from './functionRow';
import { packCode } from './packCode';
import { publishFunctions } from './publishFunctions';
import { readSummary } from './readSummaries';
import { pruneCode, storeCode } from './storeCode';

const codeInput = z.object({ code: functionCode });

/** Replaces the code of `$LATEST`; published versions keep theirs. */
export const updateFunctionCode = write(
  { name: 'UpdateFunctionCode', permission: 'editor' },
  async (call, functionName: string, input: FunctionCode) => {
    const { code } = parse(codeInput, { code: input });
    // Before the code's lock, as where functions are deleted.
    await lockFunction(call, functionName);
    const { runtime } = await findVersion(call, functionName);
    const packed = await packCode(code, runtime);
    await storeCode(call.db, packed);
    const { codeSha256, codeSize, inlineCode } = packed;
    await changeLatest(call, functionName, () => ({ codeSha256, codeSize, inlineCode }));
    await pruneCode(call.db);
    call.audit(functionArn(call.ports.config, functionName), { codeSha256 });
    call.afterwards(publishFunctions);
    return readSummary(call, functionName);
  },
);
