import { read } from '../operation';
import { findVersion } from './findFunction';
import { readCode } from './storeCode';

/** The zip of a version. */
export const readFunctionCode = read(
  { name: 'GetFunction', permission: 'viewer' },
  async (call, functionName: string, qualifier?: string): Promise<Uint8Array> => {
    const { codeSha256 } = await findVersion(call, functionName, qualifier);
    const zip = await readCode(call.db, codeSha256);
    if (!zip) throw new Error(`The code of ${functionName} is not in the database`);
    return zip;
  },
);
