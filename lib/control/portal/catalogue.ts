import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments } from '@/db/schema';
import type { CatalogueEntry } from '@/lib/model/portal';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { withPublishedParts } from '../documentation/withPublishedParts';
import { runRead } from '../operation';
import { type DefinitionSummary, summarizeApi, summarizeDefinition } from './definitionSummary';
import { deployedApi, type PublishedProduct, readPublished, toCatalogueEntry } from './publishedProducts';

const visitor = { kind: 'visitor' } as const;
/** Definitions may be megabytes: what the front page needs of each is kept. */
const mostKept = 1_000;

/** Neither a deployment nor a documentation version changes, so what was read of the two stays true. */
export function catalogue(context: ControlContext): Control['portal']['catalogue'] {
  const kept = new Map<string, DefinitionSummary>();
  return (search = '') =>
    runRead(context, visitor, async ({ db }) => {
      const published = await readPublished(db);
      const summaries = await summarize(db, kept, published);
      const wanted = String(search).trim().toLowerCase().slice(0, 200);
      return published.flatMap((each) => matching(each, summaries.get(summaryKey(each)), wanted));
    });
}

function matching(
  each: PublishedProduct,
  summary: DefinitionSummary | undefined,
  wanted: string,
): CatalogueEntry[] {
  if (!summary) return [];
  const { displayName, description } = each.product;
  const text = `${displayName}\n${description}`.toLowerCase();
  const found = text.includes(wanted) || summary.searchText.includes(wanted);
  return found ? [toCatalogueEntry(each, summary)] : [];
}

async function summarize(
  db: Db,
  kept: Map<string, DefinitionSummary>,
  published: PublishedProduct[],
): Promise<Map<string, DefinitionSummary>> {
  const summaries = new Map<string, DefinitionSummary>();
  for (const each of published) {
    const key = summaryKey(each);
    if (summaries.has(key)) continue;
    const summary = kept.get(key) ?? (await readSummary(db, each));
    if (!summary) continue;
    summaries.set(key, summary);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, summary);
  }
  return summaries;
}

/** A version may be deleted and its name used again; a stage that shows it was changed then. */
function summaryKey(each: PublishedProduct): string {
  const { deploymentId, lastUpdatedDate } = each.stage;
  if (each.kind !== 'REST') return JSON.stringify([deploymentId, each.api.settings.version]);
  const { documentationVersion } = each.stage;
  if (documentationVersion === null) return deploymentId;
  return JSON.stringify([deploymentId, documentationVersion, lastUpdatedDate]);
}

/** One at a time: all definitions at once could be too much for the memory. */
async function readSummary(db: Db, each: PublishedProduct): Promise<DefinitionSummary | undefined> {
  if (each.kind !== 'REST') return summarizeApi(await deployedApi(db, each), each.api.settings.version);
  const { stage } = each;
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.id, stage.deploymentId));
  return row && summarizeDefinition(await withPublishedParts(db, stage, row.definition));
}
