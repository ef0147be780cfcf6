import { AWS_TIMEOUT, LONGEST_TIMEOUT } from '@/lib/model/integration';

interface StageLimit {
  stageName: string;
  maximumTimeoutInMillis?: number | undefined;
}

const number = (value: number) => value.toLocaleString('en');

/** What a timeout means: AWS's limit, and beyond it which stages cut it short. A stream needs no stage's leave. */
export function timeoutWords(timeout: number, streams: boolean, stages: readonly StageLimit[]): string {
  if (streams) return `A stream may take up to ${number(LONGEST_TIMEOUT)} ms.`;
  if (!(timeout > AWS_TIMEOUT)) return `AWS allows 50 to ${number(AWS_TIMEOUT)} ms.`;
  if (stages.length === 0)
    return `Beyond AWS’s ${number(AWS_TIMEOUT)} ms: a stage must allow it by its “Longest timeout”.`;
  const short = stages
    .filter(({ maximumTimeoutInMillis = AWS_TIMEOUT }) => maximumTimeoutInMillis < timeout)
    .map(
      ({ stageName, maximumTimeoutInMillis = AWS_TIMEOUT }) =>
        `${stageName} after ${number(maximumTimeoutInMillis)} ms`,
    );
  if (short.length === 0) return `Beyond AWS’s ${number(AWS_TIMEOUT)} ms; every stage of this API allows it.`;
  return `Beyond AWS’s ${number(AWS_TIMEOUT)} ms. Cut short by ${short.join(', ')}: raise “Longest timeout” of the stage.`;
}
