import { Readable } from 'node:stream';
import type { IntegrationAnswer } from '../integrations/Integration';
import type { Answered, Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';

/**
 * Notes when a stream's parts came, from when its backend was asked: all headers, the first byte, and the last, which
 * is then the integration's latency
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-troubleshoot.html). Bytes are
 * watched for an access log alone.
 * @param startedAt monotonic ms
 */
export function timeStream(
  { ports, report, target }: Call,
  exchange: Exchange,
  answer: IntegrationAnswer,
  startedAt: number,
): IntegrationAnswer {
  const { body } = answer;
  const elapsed = () => ports.clock.monotonic() - startedAt;
  const streamed: Answered['streamed'] & object = {
    timeToAllHeaders: elapsed(),
    timeToFirstContent: undefined,
  };
  exchange.answered = { ...answer, streamed };
  if (Buffer.isBuffer(body)) return answer;
  body.once('close', () => {
    report.integrationLatency = elapsed();
  });
  if (!target?.stage.accessLog) return answer;
  return {
    ...answer,
    body: watched(body, () => {
      streamed.timeToFirstContent ??= elapsed();
    }),
  };
}

/** The same bytes at its reader's pace; leaving it ends the stream behind it too. */
function watched(body: Readable, seen: () => void): Readable {
  async function* chunks() {
    for await (const chunk of body) {
      seen();
      yield chunk;
    }
  }
  // Before anybody reads nobody else listens: what breaks then is told when it is read.
  body.on('error', () => undefined);
  const same = Readable.from(chunks(), { objectMode: false });
  return same.on('close', () => body.destroy());
}
