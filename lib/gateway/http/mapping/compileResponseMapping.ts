import type { IntegrationAnswer } from '../../integrations/Integration';
import { readWhole } from '../../integrations/readWhole';
import type { HttpExchange } from '../HttpExchange';
import type { ResponseMapping } from '../HttpIntegration';
import { compileValue, type Value } from './compileValue';
import { type Action, changeHeaders, checkMappableHeader } from './headerChanges';

interface Mapped {
  action: Action;
  /** undefined: the status code */
  header: string | undefined;
  value: Value;
}

interface Mappings {
  needsBody: boolean;
  mapped: Mapped[];
}

const NOTHING = Buffer.alloc(0);

/**
 * Compiles `append|overwrite|remove:header.X` and `overwrite:statuscode` by the backend's status code.
 * @returns undefined: nothing is mapped
 * @throws Error naming what is wrong
 */
export function compileResponseMapping(
  parameters: Record<string, Record<string, string>> = {},
): ResponseMapping | undefined {
  const byStatus = new Map<number, Mappings>();
  for (const [status, entries] of Object.entries(parameters)) {
    const mapped = Object.entries(entries).map(([key, text]) => compileOne(key, text));
    if (mapped.length > 0)
      byStatus.set(Number(status), { mapped, needsBody: mapped.some(({ value }) => value.needsBody) });
  }
  if (byStatus.size === 0) return undefined;
  return (exchange, answer) => {
    const mappings = byStatus.get(answer.status);
    if (!mappings) return answer;
    if (!mappings.needsBody) return apply(exchange, answer, mappings, NOTHING);
    return readWhole(answer.body, exchange.facts.route.timeoutInMillis).then((body) =>
      apply(exchange, { ...answer, body }, mappings, body),
    );
  };
}

function compileOne(key: string, text: string): Mapped {
  if (key === 'overwrite:statuscode')
    return { action: 'overwrite', header: undefined, value: compileValue(text, 'response') };
  const [, action, header] = /^(append|overwrite|remove):header\.(.+)$/s.exec(key) ?? [];
  if (!action || header === undefined) throw new Error(`responseParameters: ${key} is no mapping`);
  checkMappableHeader(header);
  const value = compileValue(action === 'remove' ? '' : text, 'response');
  return { action: action as Action, header, value };
}

function apply(
  exchange: HttpExchange,
  answer: IntegrationAnswer,
  { mapped }: Mappings,
  body: Buffer,
): IntegrationAnswer {
  let { status } = answer;
  const changes: Parameters<typeof changeHeaders>[1][number][] = [];
  for (const { action, header, value } of mapped) {
    const read = value.read({ exchange, body, answer });
    if (read === undefined) continue;
    if (header !== undefined) changes.push({ action, name: header, value: read });
    // What is no status leaves the backend's, as every value that cannot be resolved.
    else if (/^[2-5]\d\d$/.test(read)) status = Number(read);
  }
  return {
    ...answer,
    status,
    headers: changeHeaders([...answer.headers], changes, 'API_CONFIGURATION_ERROR'),
  };
}
