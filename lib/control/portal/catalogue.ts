import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments } from '@/db/schema';
import type { CatalogueEntry } from '@/lib/model/portal';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead } from '../operation';
import {
  type DefinitionSummary,
  type PublishedProduct,
  readPublished,
  summarizeDefinition,
  toCatalogueEntry,
} from './publishedProducts';

const visitor = { kind: 'visitor' } as const;
/** Definitions may be megabytes: what the front page needs of each is kept. */
const mostKept = 1_000;

/** A deployment never changes, so what was read of one stays true. */
export function catalogue(context: ControlContext): Control['portal']['catalogue'] {
  const kept = new Map<string, DefinitionSummary>();
  return (search = '') =>
    runRead(context, visitor, async ({ db }) => {
      const published = await readPublished(db);
      const summaries = await summarize(db, kept, published);
      const wanted = String(search).trim().toLowerCase().slice(0, 200);
      return published.flatMap((each) => matching(each, summaries.get(each.stage.deploymentId), wanted));
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
  for (const id of new Set(published.map(({ stage }) => stage.deploymentId))) {
    const summary = kept.get(id) ?? (await readSummary(db, id));
    if (!summary) continue;
    summaries.set(id, summary);
    if (kept.size >= mostKept) kept.clear();
    kept.set(id, summary);
  }
  return summaries;
}

/** One at a time: all definitions at once could be too much for the memory. */
async function readSummary(db: Db, deploymentId: string): Promise<DefinitionSummary | undefined> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.id, deploymentId));
  return row && summarizeDefinition(row.definition);
}
