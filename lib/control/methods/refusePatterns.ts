import { compileJavaPattern } from '@gatehouse/gateway/snapshot';
import type { FieldError } from '@/lib/model/ControlError';
import type { Integration } from '@/lib/model/integration';

/** Selection patterns that the engine does not run, each with its field: what could take forever is among them. */
export function refusePatterns({ integrationResponses }: Integration): FieldError[] {
  return Object.entries(integrationResponses).flatMap(([code, { selectionPattern }]) => {
    const reason = selectionPattern && reasonOf(selectionPattern);
    if (!reason) return [];
    const message = `Not a regular expression that the gateway runs: ${reason}`;
    return [{ field: `integrationResponses.${code}.selectionPattern`, message }];
  });
}

function reasonOf(pattern: string): string | null {
  try {
    compileJavaPattern(pattern);
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}
