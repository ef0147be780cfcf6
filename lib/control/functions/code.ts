import { eq } from 'drizzle-orm';
import { functionCode } from '@/db/schema';
import { read } from '../operation';
import { findVersion } from './findFunction';

/** The zip of a version. */
export const readFunctionCode = read(
  { name: 'GetFunction', permission: 'viewer' },
  async (call, functionName: string, qualifier?: string): Promise<Uint8Array> => {
    const { codeSha256 } = await findVersion(call, functionName, qualifier);
    const [code] = await call.db.select().from(functionCode).where(eq(functionCode.sha256, codeSha256));
    if (!code) throw new Error(`The code of ${functionName} is not in the database`);
    return code.zip;
  },
);
