import { type DehydratedState, dehydrate, QueryClient, type QueryKey } from '@tanstack/react-query';
import { errorStatus, isControlError } from '@/lib/model/ControlError';

/** Figures that a page was rendered with, for the browser's cache; a refusal is left for the browser to ask and show. */
export async function dehydrateUsage<Usage>(
  queryKey: QueryKey,
  read: () => Promise<Usage>,
): Promise<{ state: DehydratedState; usage?: Usage }> {
  const client = new QueryClient();
  const usage = await read().catch(orNothing);
  if (usage !== undefined) client.setQueryData(queryKey, usage);
  return { state: dehydrate(client), usage };
}

/** @throws what is not a bad or unknown filter in the address */
function orNothing(error: unknown): undefined {
  if (isControlError(error) && [400, 404].includes(errorStatus[error.code])) return undefined;
  throw error;
}
