import { eq } from 'drizzle-orm';
import { functionVersions } from '@/db/schema';
import type { FunctionVersion } from '@/lib/model/function';
import { read } from '../operation';
import { findVersion } from './findFunction';
import { functionArn, LATEST, toFunctionVersion } from './functionRow';

/** `$LATEST` and the published ones in their order; their ARNs have the version. */
export const listVersions = read(
  { name: 'ListVersionsByFunction', permission: 'viewer' },
  async (call, functionName: string): Promise<FunctionVersion[]> => {
    await findVersion(call, functionName);
    const rows = await call.db
      .select()
      .from(functionVersions)
      .where(eq(functionVersions.functionName, functionName));
    return rows
      .sort((a, b) => order(a.version) - order(b.version))
      .map((row) => ({
        ...toFunctionVersion(call, { ...row, inlineCode: null }),
        functionArn: functionArn(call.ports.config, functionName, row.version),
      }));
  },
);

const order = (version: string) => (version === LATEST ? 0 : Number(version));
