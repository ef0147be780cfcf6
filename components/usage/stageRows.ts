import type { UsageRow } from '@/lib/model/usage';

/** The lines of one API's stages without its name, which the page says already: `prod`, `prod/Canary`. */
export const stageRows = (rows: readonly UsageRow[]): UsageRow[] =>
  rows.map((row) => ({ ...row, label: row.key.slice(row.key.indexOf('/') + 1) }));
