import type { Trace } from '../trace';

/** What a backend answered, which came after its head was told. */
export function noteAnswerBody(trace: Trace, body: Buffer): void {
  const answer = trace.entries.findLast(
    ({ step, detail }) => step === 'callIntegration' && detail !== undefined && 'status' in detail,
  );
  if (answer?.detail) answer.detail.body = trace.text(body);
}
