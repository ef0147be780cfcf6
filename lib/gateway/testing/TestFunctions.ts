import { Readable } from 'node:stream';
import type { FunctionAnswer, FunctionCall, FunctionInvoker, StreamedFunctionAnswer } from '../ports';

/** What a test's function does with its event: a value to answer, or an error to throw as a function would. */
export type TestFunction = (event: never, call: FunctionCall) => unknown;

const REFUSED: FunctionAnswer = {
  status: 403,
  errorType: 'AccessDeniedException',
  payload: Buffer.from('{"Message":"no resource-based policy allows the lambda:InvokeFunction action"}'),
};

/** Functions of one process, by ARN: the shapes of Lambda's Invoke without a process of their own. */
export class TestFunctions implements FunctionInvoker {
  readonly calls: FunctionCall[] = [];

  /** @param refuses calls that the function's own policy does not let in */
  constructor(
    private readonly functions: Record<string, TestFunction> = {},
    private readonly refuses: (call: FunctionCall) => boolean = () => false,
  ) {}

  async invoke(call: FunctionCall): Promise<FunctionAnswer> {
    this.calls.push(call);
    const work = this.functions[call.functionArn];
    const requestId = `invocation-${this.calls.length}`;
    if (!work) return { status: 404, payload: Buffer.from('{"Type":"User","Message":"Function not found"}') };
    if (this.refuses(call)) return REFUSED;
    try {
      const value = await work(JSON.parse(call.payload.toString()) as never, call);
      const payload = Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value ?? null));
      return { status: 200, payload, requestId };
    } catch (error) {
      const { message, name } = error instanceof Error ? error : new Error(String(error));
      const payload = Buffer.from(JSON.stringify({ errorMessage: message, errorType: name }));
      return { status: 200, functionError: 'Unhandled', payload, requestId };
    }
  }

  async stream(call: FunctionCall): Promise<StreamedFunctionAnswer> {
    const { payload, ...answer } = await this.invoke(call);
    return { ...answer, body: Readable.from([payload]) };
  }
}
