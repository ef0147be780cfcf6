import { type FunctionUpdate, functionUpdate } from '@/lib/model/function';
import { write } from '../operation';
import { parse } from '../parse';
import { changeLatest } from './changeLatest';
import { functionArn, openConfiguration, sealConfiguration } from './functionRow';
import { publishFunctions } from './publishFunctions';
import { readSummary } from './readSummaries';

/** Changes the members that are given, of `$LATEST`; an empty description clears it. */
export const updateFunctionConfiguration = write(
  { name: 'UpdateFunctionConfiguration', permission: 'editor' },
  async (call, functionName: string, input: FunctionUpdate) => {
    const { description, ...update } = parse(functionUpdate, input);
    const { secrets, config } = call.ports;
    await changeLatest(call, functionName, (row) => {
      const { description: before, ...rest } = openConfiguration(secrets, row);
      const prose = description ?? before;
      const next = { ...rest, ...given(update), ...(prose && { description: prose }) };
      return { configurationSealed: sealConfiguration(secrets, next), runtime: next.runtime };
    });
    // Names alone: environment variables hold secrets.
    call.audit(functionArn(config, functionName), { changed: Object.keys(input) });
    call.afterwards(publishFunctions);
    return readSummary(call, functionName);
  },
);

type Given<Members> = { [Name in keyof Members]?: Exclude<Members[Name], undefined> };

/** Without members that are there but undefined. */
function given<Members extends object>(members: Members): Given<Members> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as Given<Members>;
}
